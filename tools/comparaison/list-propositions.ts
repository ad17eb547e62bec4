import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametre } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { Proposition } from './comparaison.ts';

/**
 * Every proposal of the corpus that was never adopted, oldest first: the values offered in the same month.
 * @legal values of corpus/parametres whose standing is `proposition`
 */
export function listPropositions({ autres }: Parametres): readonly Proposition[] {
  const groups = new Map<string, { depuis: CalendarDate; valeurs: Parametre[] }>();
  for (const parametre of autres) {
    const origine = findOrigine(parametre);
    if (origine?.statut !== 'proposition') continue;
    const alias = `proposition-${origine.depuis.slice(0, 'AAAA-MM'.length)}`;
    const group = groups.get(alias) ?? { depuis: origine.depuis, valeurs: [] };
    group.valeurs.push(parametre);
    groups.set(alias, group);
  }
  return [...groups].map(([alias, group]) => ({ alias, ...group })).toSorted((a, b) => (a.alias < b.alias ? -1 : 1));
}

/** First day, standing and reference of what a parameter says; undefined for those that have no day of their own. */
export type Origine = { readonly depuis: CalendarDate; readonly statut: Statut; readonly reference: Reference };

/**
 * Where a parameter comes from: its own heading, or its first dated value.
 * @legal none
 */
export function findOrigine(parametre: Parametre): Origine | undefined {
  if (parametre.type === 'calendrier-propose') return parametre;
  return 'valeurs' in parametre ? parametre.valeurs[0] : undefined;
}
