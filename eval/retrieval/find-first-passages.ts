import { type Found, retrievePassages } from '#bot/answer/retrieve-passages.ts';
import { situate } from '#bot/answer/situate/situate.ts';
import type { Assembly } from '#bot/assemble.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** The first passages that a question gets on a day, before any answer is composed. */
export function findFirstPassages(
  text: string,
  today: CalendarDate,
  k: number,
  { pipeline }: Pick<Assembly, 'pipeline'>,
): readonly Found[] {
  return retrievePassages(text, situate({ text, today }, pipeline.comprehension), pipeline.bibliotheque, k);
}
