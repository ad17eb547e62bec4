import type { Lang } from '#corpus/law/lang.ts';
import { type StreamedAnswer, streamAnswer } from '../agent/stream-answer.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { postOnce } from '../works/post-once.ts';
import type { WorkInHand } from '../works/work-kind.ts';

/** Where an answer goes. */
export type AnswerPlace = {
  readonly channel: string;
  readonly threadTs: string;
  /** The question and its version: what the answer is recognised by. */
  readonly names: readonly string[];
  readonly lang: Lang;
  /** Messages of the former answer, which this one takes the place of. */
  readonly former: readonly string[];
  /** Who asked. */
  readonly user: string;
  /** The answer as it is said piece by piece, where that is done. */
  readonly streamed?: StreamedAnswer | undefined;
};

/** The messages that an answer has become, in order. */
export type Delivered = readonly [string, ...string[]];

/**
 * Puts an answer where it belongs, once: in the place of the former one, else under the question.
 * What a former process has sent of it is completed, not repeated.
 */
export async function deliverAnswer(
  delivery: Delivery,
  place: AnswerPlace,
  hand: WorkInHand,
  context: SlackContext,
): Promise<Delivered> {
  const { sender, team } = context;
  const { channel, threadTs, names, lang, former } = place;
  const said = place.streamed && (await streamAnswer(place.streamed, place, hand, context));
  if (said !== undefined) return [said];
  const ids = delivery.map((_, index) =>
    toMessageId('reponse', team, channel, ...names, ...(index > 0 ? [`${index}`] : [])),
  );
  const resumed = ids.includes(hand.sending?.messageId ?? '') ? (hand.sending?.sent ?? []) : [];
  const there = former.length > resumed.length ? former : resumed;
  const sent: string[] = [];
  for (const [index, message] of delivery.entries()) {
    const ts = there[index];
    const isUpdated = ts !== undefined && (await sender.update(message, channel, ts, ids[index]));
    const to = { channel, threadTs, id: ids[index] ?? '' };
    sent.push(isUpdated ? ts : await postOnce({ message, to, lang, sent: [...sent] }, hand, context));
  }
  // A shorter answer leaves nothing of the former one behind it.
  for (const ts of there.slice(delivery.length)) await sender.remove(channel, ts);
  const [first = '', ...others] = sent;
  return [first, ...others];
}
