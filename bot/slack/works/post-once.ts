import type { Lang } from '#corpus/law/lang.ts';
import { toPlainText } from '../outgoing/outgoing.ts';
import type { Destination, OutgoingMessage } from '../outgoing/slack-sender.ts';
import type { SlackContext } from '../slack-context.ts';
import type { WorkInHand } from './work-kind.ts';

/** A message to post, in the language of its reader. */
export type Post = {
  readonly message: OutgoingMessage;
  readonly to: Destination;
  readonly lang: Lang;
  /** Messages of the same answer that were posted before. */
  readonly sent?: readonly string[];
};

/**
 * Posts a message once, even when the process died between the send and its record: what may have been sent is looked
 * for, and completed where it stands.
 * Where the bot may not look, the message is posted again, and says so.
 */
export async function postOnce(post: Post, hand: WorkInHand, context: SlackContext): Promise<string> {
  const { message, to, lang, sent } = post;
  const { sender } = context;
  const found = await findFormer(to, hand, context);
  if (typeof found === 'object' && (await sender.update(message, to.channel, found.ts, to.id))) return found.ts;
  const sending = { channel: to.channel, messageId: to.id, ...(sent ? { sent } : {}) };
  await hand.noteSending(sending);
  const again = markAgain(message, lang, context);
  const ts = await sender.post(found === 'inconnu' ? again : message, {
    ...to,
    async ifUnsure() {
      const there = await sender.findSent(to.channel, to.threadTs, to.id);
      return there === 'inconnu' ? again : (there ?? message);
    },
  });
  await hand.noteSending({ ...sending, ts });
  return ts;
}

/** What a former process has sent under this identifier, as far as it can be known. */
async function findFormer({ channel, threadTs, id }: Destination, { sending }: WorkInHand, { sender }: SlackContext) {
  if (sending?.messageId !== id) return undefined;
  if (sending.ts !== undefined) return { ts: sending.ts };
  return sender.findSent(channel, threadTs, id);
}

/** Says that the answer may stand there twice. */
export function markAgain<T extends OutgoingMessage>(
  message: T,
  lang: Lang,
  { sayIn }: Pick<SlackContext, 'sayIn'>,
): T {
  const line = { type: 'context', elements: [toPlainText(sayIn(lang)('livraison-reprise'))] };
  return { ...message, blocks: [...message.blocks, line] };
}
