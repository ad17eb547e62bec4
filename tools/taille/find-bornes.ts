import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import { findValueAt, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { Settled } from '../outcome.ts';

/** Population bracket of a size, in inhabitants, both limits included; `a` is null for the last one. */
export type Bornes = {
  readonly taille: TailleCode;
  readonly de: number;
  readonly a: number | null;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly reference: Reference;
};

/**
 * Bracket of a size on a day.
 * @returns computed; not-covered before the accord, or for a size that does not exist
 * @legal ACI CPTS of 20 June 2019 (brackets read in secondary pages)
 */
export function findBornes(taille: TailleCode, { tailles }: Parametres, asOf: CalendarDate): Settled<Bornes> {
  const dated = findValueAt(tailles.valeurs, asOf);
  const found = dated?.valeur.classes.find((candidate) => candidate.taille === taille);
  if (!dated || !found) return { kind: 'not-covered', asOf, reason: toMessage('absent-du-corpus'), references: [] };
  const { statut, confiance, reference } = dated;
  return { kind: 'computed', asOf, value: { ...found, statut, confiance, reference }, hypotheses: [], notComputed: [] };
}
