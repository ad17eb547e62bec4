import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import { toIncident } from '../tell-error.ts';
import { answerMeasured } from './answer-measured.ts';
import { type EventNames, toNames } from './claim-event.ts';
import { toVisible } from './outgoing/outgoing.ts';
import type { OutgoingMessage } from './outgoing/slack-sender.ts';
import { toMessageId } from './outgoing/to-message-id.ts';
import { renderSentence } from './render-blocks.ts';
import { type Delivery, renderDelivery } from './render-delivery.ts';
import { parseShareValue, type SharedQuestion } from './share-value.ts';
import type { SlackContext } from './slack-context.ts';
import { noteIncident } from './tell-incident.ts';
import { markAgain, postOnce } from './works/post-once.ts';
import { createKind, type WorkInHand } from './works/work-kind.ts';
import type { HeardWork } from './works/works.ts';

/** What is kept of a click on « Partager » until it is done. */
const KeptShare = z.strictObject({
  channel: z.string(),
  user: z.string(),
  /** The reply that holds the button, seen by the asker alone. */
  messageTs: z.string(),
  value: z.string(),
  responseUrl: z.string(),
});
type KeptShare = z.infer<typeof KeptShare>;

/** A click on « Partager ». */
export type ShareClick = KeptShare & Pick<EventNames, 'envelopeId'>;

/** The click as a work to be kept: one for a message, however often its button is pressed. */
export function toShareWork({ envelopeId, ...payload }: ShareClick): HeardWork {
  const id = `partage ${payload.channel} ${payload.messageTs}`;
  return { kind: SHARE.name, id, names: toNames({ deed: id, envelopeId }), payload, user: payload.user };
}

/**
 * Shares an answer in the channel where it was asked, and tells the asker.
 * The answer is made again from the question and its day: it is the same, to the byte, while the data are;
 * what a model did for it is done again, and the model is not asked.
 */
export const SHARE = createKind({
  name: 'partage',
  payload: KeptShare,
  async run(click, hand, context) {
    const question = parseShareValue(click.value);
    if (question) await share(question, click, hand, context);
    await reply(renderSentence(context.say(question ? 'slack-partage' : 'slack-partage-impossible')), click, context);
  },
  tell: (error, click, context) => reply(noteIncident(error, context), click, context),
});

/** Takes the place of the reply that held the button: saying it twice changes nothing. */
async function reply(
  told: OutgoingMessage,
  { responseUrl }: KeptShare,
  { sender, journal }: SlackContext,
): Promise<void> {
  await sender
    .respond(responseUrl, { response_type: 'ephemeral', replace_original: true, ...told })
    .catch((error: unknown) => journal(toIncident(error)));
}

async function share(
  question: SharedQuestion,
  { channel, user, messageTs, responseUrl, value }: KeptShare,
  hand: WorkInHand,
  context: SlackContext,
): Promise<void> {
  const { sender, team, assembly, records } = context;
  const asked = { ...question, espace: team };
  const pipeline = records.toReplay(value, assembly.pipeline);
  const source = { surface: 'partage', channel, ts: messageTs } as const;
  const answer = await hand.attempt(() => answerMeasured(asked, source, context, pipeline));
  const [first, ...others] = renderDelivery(answer, context);
  const delivery: Delivery = [addAsker(first, user, question, context), ...others];
  const { lang } = answer;
  try {
    const sent = [...(hand.sending?.sent ?? [])];
    for (const [index, message] of delivery.entries()) {
      const id = toMessageId('partage', team, channel, messageTs, ...(index > 0 ? [String(index)] : []));
      if (index >= sent.length)
        sent.push(await postOnce({ message, to: { channel, id }, lang, sent: [...sent] }, hand, context));
    }
  } catch (error) {
    // Not a member of the channel: the answer address may still write there.
    if (!(error instanceof BotError && error.code === 'ERR_SLACK_CANAL')) throw error;
    const id = toMessageId('partage-adresse', team, channel, messageTs);
    const isUnsure = hand.sending?.messageId === id;
    await hand.noteSending({ channel, messageId: id });
    for (const message of delivery) {
      const told = isUnsure ? markAgain(message, lang, context) : message;
      await sender.respond(responseUrl, { response_type: 'in_channel', replace_original: false, ...told });
    }
  }
}

/** Who asked, and her words as she wrote them: the others of the channel have seen neither. */
function addAsker(
  message: OutgoingMessage,
  user: string,
  { text }: SharedQuestion,
  { say }: SlackContext,
): OutgoingMessage {
  const echo = { kind: 'question', text, start: 0, end: text.length } as const;
  const asked = say('slack-a-demande', { question: echo });
  const line = {
    type: 'rich_text_section',
    elements: [
      { type: 'user', user_id: user },
      { type: 'text', text: toVisible([' ', ...asked]) },
    ],
  };
  return { ...message, blocks: [{ type: 'rich_text', elements: [line] }, ...message.blocks] };
}
