import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { checkFinancementInput } from '../financement/check-financement-input.ts';
import type { FinancementInput } from '../financement/financement.ts';
import type { InputProblem } from '../outcome.ts';
import type { Cote } from './comparaison.ts';
import { listTextesDesRegles } from './find-texte-compare.ts';

/**
 * Everything wrong in one side, field by field: what the funding calculator would refuse, and a contract that does not
 * fall under the text it is compared with.
 * @returns an empty list when the side can be used
 * @legal days of corpus/textes: a text is compared on a day on which it is the last to have made the rules
 */
export function checkCote(
  { asOf, texte, entree }: Cote,
  textes: readonly TexteMetadata[],
  parametres: Parametres,
): readonly InputProblem[] {
  const problems = checkFinancementInput(entree, parametres);
  if (problems.length > 0 || texte === null || texte.kind === 'absent') return problems;
  if (texte.kind === 'proposition') return checkProposition(entree);
  const { enVigueurDu, id } = texte.texte;
  const next = findNext(enVigueurDu ?? asOf, textes, parametres);
  const jours = [
    { champ: 'as-of', jour: asOf },
    ...(entree.signature === undefined ? [] : [{ champ: 'signature', jour: entree.signature }]),
  ];
  return jours.flatMap(({ champ, jour }): readonly InputProblem[] => {
    const args = { jour: { kind: 'date', date: jour }, texte: { kind: 'texte', id } } as const;
    if (enVigueurDu && jour < enVigueurDu) {
      const message = toMessage('comparaison-jour-avant-texte', {
        ...args,
        debut: { kind: 'date', date: enVigueurDu },
      });
      return [{ champ, message }];
    }
    if (!next || jour < next.jour) return [];
    const suivant = { kind: 'texte', id: next.id } as const;
    const message = toMessage('comparaison-jour-apres-texte', {
      ...args,
      suivant,
      debut: { kind: 'date', date: next.jour },
    });
    return [{ champ, message }];
  });
}

/** A proposal was the law of no day: it pays no contract, and no mission. */
function checkProposition(entree: FinancementInput): readonly InputProblem[] {
  const { signature, renouvellement, annee, missions } = entree;
  const given = { signature, renouvellement, annee, mission: missions.length > 0 ? missions : undefined };
  return Object.entries(given).flatMap(([champ, value]) =>
    value === undefined ? [] : [{ champ, message: toMessage('comparaison-proposition-sans-contrat') }],
  );
}

/** The text that made rules after this one. */
function findNext(
  debut: CalendarDate,
  textes: readonly TexteMetadata[],
  parametres: Parametres,
): { readonly id: string; readonly jour: CalendarDate } | undefined {
  const made = listTextesDesRegles(parametres);
  const later = textes.flatMap(({ id, enVigueurDu }) =>
    enVigueurDu && enVigueurDu > debut && made.has(id) ? [{ id, jour: enVigueurDu }] : [],
  );
  return later.toSorted((a, b) => (a.jour < b.jour ? -1 : 1))[0];
}
