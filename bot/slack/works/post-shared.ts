import { BotError } from '#corpus/law/bot-error.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { markAgain, postOnce } from './post-once.ts';
import type { WorkInHand } from './work-kind.ts';

/** What is shared: the messages, the language they are in, and the click that asked for it. */
export type Shared = {
  /** What kind of thing it is, in the identifiers of its messages. */
  readonly name: string;
  readonly delivery: Delivery;
  readonly lang: Lang;
  readonly channel: string;
  /** The message that held the button. */
  readonly messageTs: string;
  readonly responseUrl?: string | undefined;
};

/**
 * Posts what is shared in its channel, each message once; through the address of the click where the bot is no member.
 * @returns the first message; undefined when it went through the address
 * @throws {BotError} ERR_SLACK_CANAL when neither way leads there
 */
export async function postShared(shared: Shared, hand: WorkInHand, context: SlackContext): Promise<string | undefined> {
  const { name, delivery, lang, channel, messageTs, responseUrl } = shared;
  const { sender, team } = context;
  try {
    const sent = [...(hand.sending?.sent ?? [])];
    for (const [index, message] of delivery.entries()) {
      const id = toMessageId(name, team, channel, messageTs, ...(index > 0 ? [String(index)] : []));
      if (index >= sent.length)
        sent.push(await postOnce({ message, to: { channel, id }, lang, sent: [...sent] }, hand, context));
    }
    return sent[0];
  } catch (error) {
    // Not a member of the channel: the answer address may still write there.
    if (!(error instanceof BotError && error.code === 'ERR_SLACK_CANAL') || responseUrl === undefined) throw error;
    const id = toMessageId(`${name}-adresse`, team, channel, messageTs);
    const isUnsure = hand.sending?.messageId === id;
    await hand.noteSending({ channel, messageId: id });
    for (const message of delivery) {
      const told = isUnsure ? markAgain(message, lang, context) : message;
      await sender
        .respond(responseUrl, { response_type: 'in_channel', replace_original: false, ...told })
        .catch((failure: unknown) => {
          // The address is too old as well: what the person can do is to invite the bot.
          throw failure instanceof BotError && failure.code === 'ERR_SLACK_REFUS' ? error : failure;
        });
    }
    return undefined;
  }
}
