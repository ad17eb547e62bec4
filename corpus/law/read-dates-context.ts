import type { CalendarDate } from './calendar-date.ts';

/** A folded text in both cases and the day from which relative dates are counted. */
export type DateContext = { readonly text: string; readonly cased: string; readonly today: CalendarDate };
