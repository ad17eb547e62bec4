import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import { computeEcheances } from '../echeances/compute-echeances.ts';
import type { Echeance, EcheancesInput } from '../echeances/echeance.ts';
import type { DeuxEtats, EtatConnu } from './etat-connu.ts';

/** A deadline that is no longer on the same day; null on the side that does not have it. */
export type EcheanceChangee = {
  readonly code: string;
  readonly label: Message;
  readonly avant: CalendarDate | null;
  readonly apres: CalendarDate | null;
  /** Those of the rule that holds now; of the former one when it has none any more. */
  readonly statut: Statut;
  readonly references: readonly Reference[];
};

/**
 * The deadlines of a contract that what is new has moved, made or taken away.
 * @returns in the order of their new days; empty when a side cannot be computed
 * @legal see computeEcheances; each side is read with what was known then
 */
export function compareEcheances(input: EcheancesInput, { avant, apres }: DeuxEtats): readonly EcheanceChangee[] {
  const [before, after] = [list(input, avant), list(input, apres)];
  if (!before || !after) return [];
  const codes = new Set([...after.keys(), ...before.keys()]);
  return [...codes].flatMap((code): EcheanceChangee[] => {
    const [a, b] = [before.get(code), after.get(code)];
    const told = b ?? a;
    if (!told || a?.date === b?.date) return [];
    const { label, statut, references } = told;
    return [{ code, label, avant: a?.date ?? null, apres: b?.date ?? null, statut, references }];
  });
}

function list(input: EcheancesInput, { parametres, jour }: EtatConnu): ReadonlyMap<string, Echeance> | undefined {
  const outcome = computeEcheances(input, parametres, jour);
  return outcome.kind === 'computed'
    ? new Map(outcome.value.map((echeance) => [echeance.code, echeance] as const))
    : undefined;
}
