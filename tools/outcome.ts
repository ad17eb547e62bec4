import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';

/** One of several ways of reading the law for the same question. */
export type Reading<T> = { readonly hypothese: readonly Message[]; readonly value: T };

/** An input the tool lacks: the name of its field and the question to ask for it. */
export type MissingInput = { readonly champ: string; readonly question: Message };

/**
 * What a calculator answers. Real life is a value (nothing known, two readings, something missing);
 * only broken data throws.
 */
export type Outcome<T> =
  | {
      readonly kind: 'computed';
      readonly asOf: CalendarDate;
      readonly value: T;
      readonly hypotheses: readonly Message[];
      readonly notComputed: readonly Message[];
    }
  | {
      readonly kind: 'ambiguous';
      readonly asOf: CalendarDate;
      readonly readings: readonly Reading<T>[];
      readonly hypotheses: readonly Message[];
      readonly notComputed: readonly Message[];
    }
  | { readonly kind: 'missing-input'; readonly asOf: CalendarDate; readonly missing: readonly MissingInput[] }
  | { readonly kind: 'not-applicable'; readonly asOf: CalendarDate; readonly reason: Message }
  | {
      readonly kind: 'not-covered';
      readonly asOf: CalendarDate;
      readonly reason: Message;
      readonly references: readonly Reference[];
    };

/** Something wrong in what the asker gave: the field, and what is accepted. */
export type InputProblem = { readonly champ: string; readonly message: Message };

/** An outcome that leaves no choice between readings. */
export type Settled<T> = Exclude<Outcome<T>, { readonly kind: 'ambiguous' }>;

/**
 * Every reading of an outcome: one when it is computed, none when nothing could be.
 * @legal none: the shape of an answer
 */
export function listValues<T>(outcome: Outcome<T>): readonly T[] {
  if (outcome.kind === 'computed') return [outcome.value];
  return outcome.kind === 'ambiguous' ? outcome.readings.map(({ value }) => value) : [];
}

/** Outside what the corpus holds. */
export type NotCovered = Extract<Outcome<never>, { readonly kind: 'not-covered' }>;
