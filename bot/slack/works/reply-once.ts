import { BotError } from '#corpus/law/bot-error.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { markAgain, postOnce } from './post-once.ts';
import type { WorkInHand } from './work-kind.ts';

/** What a person alone is told, through the address that came with her command or her click. */
export type Reply = {
  readonly delivery: Delivery;
  readonly lang: Lang;
  readonly user: string;
  readonly channel: string;
  readonly responseUrl: string;
  /** What the reply is recognised by. */
  readonly id: string;
  /** How it takes its place: `replace_original` for one that stands there for it. */
  readonly how?: OutgoingObject;
};

/** Slack takes replies for half an hour; a minute is left to the way. */
const ADDRESS_MS = 29 * 60_000;

/**
 * Gives a reply through its address, or in the asker's own conversation once the address is too old.
 * What was said through an address cannot be looked up: a reply that may have been given says so when it is repeated.
 */
export async function replyOnce(reply: Reply, hand: WorkInHand, context: SlackContext): Promise<void> {
  const { delivery, lang, channel, responseUrl, id, how } = reply;
  const { sender, now } = context;
  const intended = hand.sending?.messageId;
  const isUnsure = intended === id;
  // Repeated once at most: Slack takes few replies for an address, and in a conversation they can be looked for.
  const isRepeated = intended !== undefined && !isUnsure;
  if (isRepeated || now() - hand.receivedAt > ADDRESS_MS) return replyInPerson(reply, hand, context);
  await hand.noteSending({ channel, messageId: isUnsure ? toMessageId('encore', id) : id });
  try {
    for (const [index, message] of delivery.entries()) {
      const told = isUnsure ? markAgain(message, lang, context) : message;
      await sender.respond(responseUrl, { response_type: 'ephemeral', ...(index === 0 ? how : {}), ...told });
    }
  } catch (error) {
    if (!(error instanceof BotError && error.code === 'ERR_SLACK_REFUS')) throw error;
    await replyInPerson(reply, hand, context);
  }
}

async function replyInPerson({ delivery, lang, user, id }: Reply, hand: WorkInHand, context: SlackContext) {
  const channel = await context.sender.openIm(user);
  const sent: string[] = [];
  for (const [index, message] of delivery.entries()) {
    const to = { channel, id: toMessageId('direct', id, String(index)) };
    sent.push(await postOnce({ message, to, lang, sent: [...sent] }, hand, context));
  }
}
