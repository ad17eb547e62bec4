import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Tailles } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { ChiffreConnu, FindThemes } from './chiffre.ts';

type Dated = Tailles['valeurs'][number];
type Classe = Dated['valeur']['classes'][number];

/**
 * Limits of population of each size and the number of sizes, in force or only proposed.
 * @legal ACI CPTS of 20 June 2019 (brackets read in secondary pages) and the drafts before it
 */
export function listConnusTailles(
  { tailles, autres }: Parametres,
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const all = [tailles, ...autres.filter((parametre) => parametre.type === 'tailles')];
  return all.flatMap((parametre) =>
    parametre.valeurs.flatMap((dated, index) => {
      const next = parametre.valeurs[index + 1]?.depuis ?? null;
      const isOver = next !== null && next <= asOf && dated.statut === 'en-vigueur';
      const common = {
        sujet: parametre.id,
        regle: tailles.id,
        missions: [],
        themes: findThemes(dated.reference),
        requis: [],
        statut: isOver ? ('expire' as const) : dated.statut,
        confiance: dated.confiance,
        fin: isOver ? next : null,
        aVenir: dated.statut === 'en-vigueur' && dated.depuis > asOf,
        references: [dated.reference],
      };
      const { classes } = dated.valeur;
      const limits = classes.flatMap((classe, place) =>
        listLimites(classe, place === classes.length - 1).map(({ cote, population, written }) => ({
          ...common,
          unite: 'habitants' as const,
          valeur: population,
          montre: { kind: 'population' as const, habitants: written },
          taille: classe.taille,
          cote,
          label: toLabel(classe, cote),
        })),
      );
      const count: ChiffreConnu = {
        ...common,
        unite: 'nombre',
        valeur: classes.length,
        montre: { kind: 'nombre', valeur: classes.length },
        compte: 'tailles',
        label: toMessage('connu-nombre-tailles'),
      };
      return [...limits, count];
    }),
  );
}

/** A limit is written « moins de » at the first size and « plus de » at the last: one more, one less than the data. */
function listLimites({ de, a }: Classe, isLast: boolean) {
  const low = isLast ? [de - 1, de] : [de];
  const high = a === null ? [] : de === 0 ? [a + 1, a] : [a];
  return [
    ...(de === 0 ? [] : low.map((population) => ({ cote: 'min' as const, population, written: low[0] ?? de }))),
    ...high.map((population) => ({ cote: 'max' as const, population, written: high[0] ?? population })),
  ];
}

function toLabel({ taille }: Classe, cote: 'min' | 'max'): Message {
  const args = { taille: { kind: 'taille', numero: toNumeroTaille(taille) } } as const;
  return cote === 'min' ? toMessage('connu-taille-debut', args) : toMessage('connu-taille-fin', args);
}
