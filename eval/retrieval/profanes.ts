import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';

/** `profanes.yaml`: everyday questions, each with the passages of which one must come among the first. */
export const Profanes = z.strictObject({
  jour: CalendarDate,
  questions: z.array(z.strictObject({ texte: z.string(), passages: z.array(z.string()).min(1) })).min(60),
});
