import type { CalendarDate } from './calendar-date.ts';
import type { DurationUnit } from './format-date.ts';

/**
 * Why a date is not to be taken without a word: `french-order` both day/month orders are possible and the French
 * one is taken; `two-digit-year` the century is ours; `relative` counted from today; `vague` no year was written
 * (the nearest is taken) or nothing says that the number is a year.
 */
export type DateNote = 'french-order' | 'two-digit-year' | 'relative' | 'vague';

/** An interval of days, both included: one day, a month, a quarter, a year, or a part of one of these. */
export type DateMeaning = {
  readonly kind: 'date';
  readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'part';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly note?: DateNote;
};

/**
 * What a figure read in a text means.
 * `amount` in euros, two decimals at most; `percent` in points; `multiple` « le double » is 2;
 * `bad-date` a day that does not exist, with a French sentence; `roman` a Roman numeral;
 * `identifier` digits that name something and count nothing: « 2022-375 », « L. 1434-12 », a phone number.
 */
export type FigureMeaning =
  | { readonly kind: 'amount'; readonly euros: number; readonly approximate?: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly approximate?: boolean }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'fraction'; readonly num: number; readonly den: number }
  | { readonly kind: 'multiple'; readonly factor: number }
  | {
      readonly kind: 'duration';
      readonly amount: number;
      readonly unit: DurationUnit;
      readonly half?: boolean;
      readonly approximate?: boolean;
    }
  | DateMeaning
  | { readonly kind: 'bad-date'; readonly reason: string }
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'roman'; readonly value: number }
  | { readonly kind: 'identifier'; readonly value: string };
