import { BotError } from '#corpus/law/bot-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { OutgoingMessage, SentMessage } from '../outgoing/slack-sender.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import type { SlackContext } from '../slack-context.ts';
import type { WorkInHand } from '../works/work-kind.ts';

/** An answer as it is said piece by piece: its claims, then what stands under them; and the whole as one message. */
export type StreamedAnswer = {
  readonly paragraphs: readonly [LicensedText, ...LicensedText[]];
  readonly blocks: readonly OutgoingObject[];
  readonly whole: OutgoingMessage;
};

/** Where it goes; `names` are those of the question. */
export type StreamPlace = {
  readonly channel: string;
  readonly threadTs: string;
  readonly user: string;
  readonly names: readonly string[];
};

/**
 * Says an answer piece by piece: the first claim at once, then the others, then sources, day and buttons.
 * A stream that fails, expires or overflows ends as one message, whole, in its place.
 * @returns the `ts` of the message; undefined when there is none, and the answer is then posted
 */
export async function streamAnswer(
  answer: StreamedAnswer,
  place: StreamPlace,
  hand: WorkInHand,
  context: SlackContext,
): Promise<string | undefined> {
  const { sender, team } = context;
  const { channel, threadTs, user } = place;
  const id = toMessageId('flux', team, channel, ...place.names);
  const left = await findLeft(id, place, hand, context);
  if (left) return (await endAsMessage(answer, { channel, ts: left.ts, id }, context)) ? left.ts : undefined;
  if (hand.isTakenUp) return undefined;
  const [first, ...others] = answer.paragraphs;
  const sending = { channel, messageId: id };
  await hand.noteSending(sending);
  const started = await start();
  if (!started) return undefined;
  const sent = { channel, ts: started.ts, id };
  await hand.noteSending({ ...sending, ts: started.ts });
  try {
    await sender.appendStream(others, sent);
    await sender.stopStream(answer, sent);
    return started.ts;
  } catch (error) {
    if (!isOver(error)) throw error;
    return (await endAsMessage(answer, sent, context)) ? started.ts : undefined;
  }

  async function start() {
    try {
      return await sender.startStream({ channel, threadTs, user, team }, [first]);
    } catch (error) {
      if (!isOver(error)) throw error;
      // The reply may have been lost, and the stream be there.
      const found = await sender.findSent(channel, threadTs, id);
      return found === 'inconnu' ? undefined : found;
    }
  }
}

/** What a former process has begun to say. */
async function findLeft(
  id: string,
  { channel, threadTs }: StreamPlace,
  { sending }: WorkInHand,
  { sender }: SlackContext,
) {
  if (sending?.messageId !== id) return undefined;
  if (sending.ts !== undefined) return { ts: sending.ts };
  const found = await sender.findSent(channel, threadTs, id);
  return found === 'inconnu' ? undefined : found;
}

/** Puts the whole answer in the place of what was said of it; false when that message is gone. */
async function endAsMessage(
  { whole }: StreamedAnswer,
  sent: SentMessage & { readonly id: string },
  { sender }: SlackContext,
): Promise<boolean> {
  try {
    // A message that is still being streamed cannot be replaced.
    await sender.stopStream({ blocks: [] }, sent);
  } catch (error) {
    if (!isOver(error)) throw error;
  }
  return sender.update(whole, sent.channel, sent.ts, sent.id);
}

/** Slack takes no more of the stream, or not now: the answer itself may still be given. */
const OVER: ReadonlySet<string> = new Set([
  'ERR_SLACK_DISPARU',
  'ERR_SLACK_FLUX',
  'ERR_SLACK_OCCUPE',
  'ERR_SLACK_REFUS',
  'ERR_SLACK_TROP_LONG',
]);

function isOver(error: unknown): boolean {
  return error instanceof BotError && OVER.has(error.code);
}
