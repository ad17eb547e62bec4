import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, type Fraction, roundCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Settled } from '../outcome.ts';

/** A variable part of a contract, in euro cents, with the share reached when it is known. */
export type PartVariableInput = { readonly variable?: Centimes | undefined; readonly taux?: Fraction | undefined };

/** `montant` is null when the share reached is not known. */
export type PartVariable = {
  readonly variable: Centimes;
  readonly taux: Fraction | null;
  readonly montant: Centimes | null;
};

/**
 * Variable part × share reached: provisional, since contracts add up euros indicator by indicator.
 * @returns computed; missing-input without the variable part of the contract
 * @legal assessed yearly on the contract's indicators (Senate report no. 32, 2025); proportion is our assumption
 */
export function computePartVariable({ variable, taux }: PartVariableInput, asOf: CalendarDate): Settled<PartVariable> {
  if (variable === undefined) {
    return { kind: 'missing-input', asOf, missing: [{ champ: 'variable', question: toMessage('demande-variable') }] };
  }
  const montant = taux ? roundCentimes(variable, taux) : null;
  const hypotheses = taux ? [toMessage('variable-lineaire')] : [];
  return { kind: 'computed', asOf, value: { variable, taux: taux ?? null, montant }, hypotheses, notComputed: [] };
}
