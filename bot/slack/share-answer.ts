import { BotError } from '#corpus/law/bot-error.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { toIncident } from '../tell-error.ts';
import { claimEvent, type EventNames } from './claim-event.ts';
import { toVisible } from './outgoing/outgoing.ts';
import type { OutgoingMessage } from './outgoing/slack-sender.ts';
import { toMessageId } from './outgoing/to-message-id.ts';
import { renderSentence } from './render-blocks.ts';
import { renderDelivery } from './render-delivery.ts';
import { parseShareValue, type SharedQuestion } from './share-value.ts';
import type { SlackContext } from './slack-context.ts';
import { noteIncident } from './tell-incident.ts';

/** A click on « Partager ». */
export type ShareClick = {
  readonly channel: string;
  readonly user: string;
  /** The reply that holds the button, seen by the asker alone. */
  readonly messageTs: string;
  readonly value: string;
  readonly responseUrl: string;
} & Pick<EventNames, 'envelopeId'>;

/**
 * Shares an answer in the channel where it was asked, once however often the button is pressed, and tells the asker.
 * The answer is made again from the question and its day: it is the same, to the byte, while the data are;
 * what a model did for it is done again, and the model is not asked.
 */
export async function shareAnswer(click: ShareClick, context: SlackContext): Promise<void> {
  const { channel, messageTs, envelopeId, responseUrl, value } = click;
  if (!(await claimEvent({ envelopeId, deed: `partage ${channel} ${messageTs}` }, context))) return;
  const { sender, journal, say } = context;
  const question = parseShareValue(value);
  const told = question ? await share(question, click, context) : renderSentence(say('slack-partage-impossible'));
  const reply = { response_type: 'ephemeral', replace_original: true, ...told };
  await sender.respond(responseUrl, reply).catch((error: unknown) => journal(toIncident(error)));
}

/** What to tell the asker once it is done, or when it cannot be. */
async function share(question: SharedQuestion, click: ShareClick, context: SlackContext): Promise<OutgoingMessage> {
  const { channel, user, messageTs, responseUrl, value } = click;
  const { sender, say, team, assembly, records } = context;
  try {
    const asked = { ...question, espace: team };
    const answer = await answerQuestion(asked, records.toReplay(value, assembly.pipeline));
    const message = addAsker(renderDelivery(answer, context), user, question, context);
    const id = toMessageId('partage', team, channel, messageTs);
    await sender.post(message, { channel, id }).catch((error: unknown) => {
      // Not a member of the channel: the answer address may still write there.
      if (!(error instanceof BotError && error.code === 'ERR_SLACK_CANAL')) throw error;
      return sender.respond(responseUrl, { response_type: 'in_channel', replace_original: false, ...message });
    });
    return renderSentence(say('slack-partage'));
  } catch (error) {
    return noteIncident(error, context);
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
