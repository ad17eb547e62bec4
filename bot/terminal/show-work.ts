import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Assembly } from '../assemble.ts';
import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';

/** Goes back to the beginning of the line and erases it. */
const ERASE = '\r\u001b[K';

/**
 * Shows a line while a model works on a question; without a model, answers come at once and nothing is shown.
 * @param write to a terminal that somebody watches
 * @returns what erases the line
 */
export function showWork(
  { guidance, pipeline }: Assembly,
  today: CalendarDate,
  write: (text: string) => void,
): () => void {
  if (!guidance) return () => {};
  write(seal(createScribe('interface', today, pipeline.vocabulary).phrase('modele-travail')));
  return () => write(ERASE);
}
