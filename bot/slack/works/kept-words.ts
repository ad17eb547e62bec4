import { z } from 'zod';
import { isWithheld } from '#bot/answer/is-withheld.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import { type AskedFrom, answerMeasured } from '../questions/answer-measured.ts';
import { renderDelivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';

/** A message before the gate, which checks all of it on its way out. */
const Reply = z.custom<OutgoingMessage>(
  (value) => z.object({ text: z.unknown(), blocks: z.array(z.unknown()) }).safeParse(value).success,
);

/** What is kept of the words of a person until she is answered: her question, or what she is told of a refused one. */
export const KeptWords = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ reply: Reply, lang: z.enum(['fr', 'en']) }),
]);
export type KeptWords = z.infer<typeof KeptWords>;

/** What may be kept of a question; one that must be refused is answered at once, which takes no model, and forgotten. */
export async function toKeptWords(
  { text, today }: { readonly text: string; readonly today: CalendarDate },
  from: AskedFrom,
  context: SlackContext,
): Promise<KeptWords> {
  const { assembly, team } = context;
  if (!isWithheld(text, assembly.pipeline.comprehension)) return { text };
  const answer = await answerMeasured({ text, today, espace: team }, from, context);
  const [reply] = renderDelivery(answer, context);
  return { reply, lang: answer.lang };
}
