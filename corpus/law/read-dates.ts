import type { DateContext } from './read-dates-context.ts';
import { readNamedDayAt } from './read-dates-named.ts';
import { readNumericDateAt } from './read-dates-numeric.ts';
import { readPeriodAt } from './read-dates-period.ts';
import { readRelativeDateAt } from './read-dates-relative.ts';
import { readYearAt } from './read-dates-year.ts';
import type { Reading } from './read-figures-quantities.ts';

/** Reads the longest date or period that starts at `at` (folded offset). */
export function readDateAt(context: DateContext, at: number): Reading | undefined {
  let longest: Reading | undefined;
  for (const read of [readNumericDateAt, readNamedDayAt, readPeriodAt, readRelativeDateAt, readYearAt]) {
    const reading = read(context, at);
    if (reading && reading.end > (longest?.end ?? at)) longest = reading;
  }
  return longest;
}
