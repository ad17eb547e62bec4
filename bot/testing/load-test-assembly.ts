import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Assembly, assemble } from '../assemble.ts';

/** Day on which the tests are read: the one of the validated questions. */
export const TODAY = '2026-11-21' as CalendarDate;

let loaded: Assembly | undefined;

/** Everything built once for the tests of a process, on the real data: no file of theirs changes it. */
export function loadTestAssembly(): Assembly {
  loaded ??= assemble();
  return loaded;
}
