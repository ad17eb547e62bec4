import type { Message } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { listValues } from '#tools/outcome.ts';
import type { Calcul } from './calcul.ts';
import type { Backing } from './enonces/teller.ts';

/** What a value of an outcome rests on, and the mission it is about if it is about one. */
type Appui = Omit<Backing, 'tool' | 'asOf'> & { readonly mission?: string | undefined };

/**
 * What stands behind a message of a tool run (hypothesis, gap, question, reason): the run, and the value it goes with:
 * that of the text or of the mission which the message names, else the first; no reference when there is none.
 */
export function toMessageBacking(calcul: Calcul, { args }: Message): Backing {
  const { tool, outcome } = calcul;
  const named = Object.values(args);
  const textes = named.flatMap((arg) => (arg.kind === 'texte' ? [arg.id] : []));
  const missions = named.flatMap((arg) => (arg.kind === 'mission' ? [arg.code] : []));
  const found = listAppuis(calcul).find(
    ({ mission, references }) =>
      textes.every((id) => references.some(({ texte }) => texte === id)) &&
      (missions.length === 0 || (mission !== undefined && missions.includes(mission))),
  );
  const { statut = null, confiance = null, references = [] } = found ?? {};
  return { tool, statut, confiance, references, asOf: outcome.asOf };
}

function listAppuis(calcul: Calcul): readonly Appui[] {
  const { outcome } = calcul;
  if (outcome.kind === 'not-covered') {
    const { references } = outcome;
    return references.length > 0 ? [{ statut: 'en-vigueur', confiance: null, references }] : [];
  }
  switch (calcul.tool) {
    case 'financement':
      return listValues(calcul.outcome).flatMap(({ lignes }) => lignes);
    case 'echeances':
      return listValues(calcul.outcome).flatMap((echeances) =>
        echeances.map(({ code, statut, references }) => {
          return { mission: code.split(':')[0], statut, confiance: null, references };
        }),
      );
    case 'montant':
      return listValues(calcul.outcome).flat();
    case 'comparaison':
      return listValues(calcul.outcome).flatMap(({ differences }) => differences.flatMap(({ a, b }) => [b, a]));
    case 'taille':
    case 'bornes':
    case 'plafond':
    case 'indemnites':
      return listValues<Referred>(calcul.outcome).map(({ reference, ...standing }) => {
        return { ...standing, references: [reference] };
      });
    case 'premiere-avance':
      return listValues(calcul.outcome).map(({ reference }) => {
        return { statut: null, confiance: null, references: [reference] };
      });
    case 'avenant':
    case 'part-variable':
      return [];
  }
}

type Referred = { readonly statut: Statut; readonly confiance: Confiance; readonly reference: Reference };
