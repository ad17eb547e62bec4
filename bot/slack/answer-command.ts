import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { findDay } from '../find-today.ts';
import { toIncident } from '../tell-error.ts';
import { claimEvent, type EventNames } from './claim-event.ts';
import { type OutgoingObject, type SealedObject, toPlainText } from './outgoing/outgoing.ts';
import type { OutgoingMessage } from './outgoing/slack-sender.ts';
import { renderSentence } from './render-blocks.ts';
import { renderDelivery } from './render-delivery.ts';
import { renderShareValue, type SharedQuestion } from './share-value.ts';
import type { SlackContext } from './slack-context.ts';
import { noteIncident } from './tell-incident.ts';
import { toQuestionText } from './to-question-text.ts';

/** A question asked by command. */
export type AskedCommand = {
  readonly text: string;
  readonly triggerId: string;
  /** Where to answer for half an hour. */
  readonly responseUrl: string;
} & Pick<EventNames, 'envelopeId'>;

/** Acknowledges to Slack, which waits three seconds at most, with the answer when there is one already. */
export type Acknowledge = (reply?: SealedObject) => Promise<void>;

/** How long an answer is waited for before the command is acknowledged without it. */
const ACK_MS = 2000;
/** The same when a model works: something is shown within a second. */
const PROGRESS_MS = 700;

/**
 * Answers `/cpts <question>`, to the asker alone, with a button to share the answer.
 * The acknowledgement itself carries the answer, so that it can neither be lost nor come twice.
 */
export async function answerCommand(
  command: AskedCommand,
  acknowledge: Acknowledge,
  context: SlackContext,
): Promise<void> {
  const { responseUrl, triggerId, envelopeId } = command;
  // Counted from the start: a database that makes us wait takes of the same time.
  const timer = new AbortController();
  const { guidance } = context.assembly;
  const late = wait(guidance ? PROGRESS_MS : ACK_MS, undefined, { signal: timer.signal }).catch(() => undefined);
  if (!(await claimEvent({ envelopeId, deed: `commande ${triggerId}` }, context))) {
    timer.abort();
    return acknowledge();
  }
  const reply = makeReply(command, context);
  let replaced = {};
  const early = await Promise.race([reply, late]);
  timer.abort();
  try {
    const shown = early ?? (guidance && toProgress(context));
    await acknowledge(shown && context.sender.seal(shown));
    if (early) return;
    if (shown) replaced = { replace_original: true };
  } catch (error) {
    // The connection went while we answered: the answer address still leads to the person.
    context.journal(toIncident(error));
  }
  await context.sender
    .respond(responseUrl, { ...replaced, ...(await reply) })
    .catch((error: unknown) => context.journal(toIncident(error)));
}

/** What is shown until the answer takes its place. */
function toProgress({ say }: SlackContext): OutgoingObject {
  return { response_type: 'ephemeral', ...renderSentence(say('modele-travail')) };
}

async function makeReply({ text }: AskedCommand, context: SlackContext): Promise<OutgoingObject> {
  const question = { text: toQuestionText(text, context.botUserId), today: findDay(context.now()) };
  return { response_type: 'ephemeral', ...(await renderReply(question, context)) };
}

/** The reply as it may leave: what the gate would stop is told as an incident. */
async function renderReply(question: SharedQuestion, context: SlackContext): Promise<OutgoingMessage> {
  try {
    const { assembly, team } = context;
    const answer = await answerQuestion({ ...question, espace: team }, assembly.pipeline);
    const message = addShareButton(renderDelivery(answer, context), answer, question, context);
    context.sender.seal(message);
    return message;
  } catch (error) {
    return noteIncident(error, context);
  }
}

/** Only an answer is shared: neither a refusal nor a question back. */
function addShareButton(
  message: OutgoingMessage,
  { kind, records: made }: Answer,
  question: SharedQuestion,
  { say, records }: SlackContext,
): OutgoingMessage {
  const value = renderShareValue(question);
  if (value === undefined || (kind !== 'answered' && kind !== 'not-covered')) return message;
  records.keep(value, made);
  const button = { type: 'button', action_id: SHARE_ACTION, text: toPlainText(say('slack-partager')), value };
  return { ...message, blocks: [...message.blocks, { type: 'actions', elements: [button] }] };
}

/** Name of the click on « Partager ». */
export const SHARE_ACTION = 'partager';
