import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';

/** A question with what its answer must be. */
export const QuestionAttendue = z.strictObject({
  id: z.string(),
  texte: z.string(),
  kind: z.enum(['answered', 'needs-input', 'not-covered', 'refused']),
  /** What must be read; alternatives are parted by « | ». */
  dit: z.array(z.string()),
  /** What must not be read. */
  tait: z.array(z.string()).default([]),
  /** One of these sources at least must be cited. */
  refs: z.array(z.string()).default([]),
  lang: z.enum(['fr', 'en']).optional(),
  /** Turns said before in the same thread. */
  avant: z.array(z.string()).default([]),
});
export type QuestionAttendue = z.infer<typeof QuestionAttendue>;

/** `eval/questions/*.yaml`. */
export const Questionnaire = z.strictObject({ jour: CalendarDate, questions: z.array(QuestionAttendue).min(1) });
export type Questionnaire = z.infer<typeof Questionnaire>;
