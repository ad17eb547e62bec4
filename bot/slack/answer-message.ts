import { BotError } from '#corpus/law/bot-error.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { findDay } from '../find-today.ts';
import type { Exchange } from '../store/store.ts';
import { toIncident } from '../tell-error.ts';
import { claimEvent, type EventNames } from './claim-event.ts';
import { toVisible } from './outgoing/outgoing.ts';
import type { OutgoingMessage } from './outgoing/slack-sender.ts';
import { toMessageId } from './outgoing/to-message-id.ts';
import { renderDelivery } from './render-delivery.ts';
import type { SlackContext } from './slack-context.ts';
import { tellIncident } from './tell-incident.ts';
import { toQuestionText } from './to-question-text.ts';

/** A message asked of the bot, whatever the event that told it. */
export type AskedMessage = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  /** First message of the thread; the question itself when it opens one. */
  readonly threadTs: string;
  /** `ts` of the edit, '' for the message as first written. */
  readonly version: string;
  readonly text: string;
} & Pick<EventNames, 'eventId' | 'envelopeId'>;

/**
 * Answers a message in its thread, once: its retries are known, and an edited question has its answer replaced.
 * Questions of one thread are taken in turn, since each may go on from the one before.
 */
export async function answerMessage(message: AskedMessage, context: SlackContext): Promise<void> {
  const { channel, user, ts, threadTs, version, eventId, envelopeId } = message;
  if (!(await claimEvent({ eventId, envelopeId, deed: `message ${channel} ${ts} ${version}` }, context))) return;
  if (context.countWorks() > MOST_WORKS) return context.journal(toIncident(toOverloaded()));
  try {
    await context.inOrder(`${channel} ${threadTs}`, () => answerInThread(message, context));
  } catch (error) {
    const id = toMessageId('incident', context.team, channel, ts, version);
    await tellIncident(error, { channel, threadTs, id }, user, context);
  }
}

/** Answers that may wait for Slack at once; what more would come is let go, so that none of them is lost with the rest. */
const MOST_WORKS = 1000;

function toOverloaded(): BotError {
  return new BotError(
    'ERR_SLACK_ENCOMBRE',
    'trop de réponses attendent que Slack les prenne : une question est laissée sans réponse',
    "Vérifiez le réseau et l'état de Slack ; la personne peut reposer sa question.",
  );
}

async function answerInThread(message: AskedMessage, context: SlackContext): Promise<void> {
  const { store, team, botUserId, journal, now } = context;
  const { channel, user, ts, threadTs, version } = message;
  const key = { team, channel, questionTs: ts };
  const former = await orJournal(store.readExchange(key), context);
  // An edit that Slack delivers late must not undo a later one.
  if (former && former.version >= version) return;
  const fil = former ? former.filAvant : await orJournal(store.readFil({ team, channel, threadTs }), context);
  if (!former) await showWorking(message, context);
  const today = findDay(Number(version || ts) * 1000);
  const text = toQuestionText(message.text, botUserId);
  const answer = await answerQuestion({ text, today, fil, espace: team }, context.assembly.pipeline);
  const answerTs = await place(renderDelivery(answer, context), message, former, context);
  const exchange = { answerTs, version, user, ...(fil ? { filAvant: fil } : {}) };
  try {
    await store.saveExchange(key, threadTs, exchange, answer.fil, now());
  } catch (error) {
    // The person has her answer; only the memory of the thread is lost.
    journal(toIncident(error));
  }
}

/** Puts the answer where it belongs: in the place of the former one, else under the question. */
async function place(
  reply: OutgoingMessage,
  { channel, ts, threadTs, version }: AskedMessage,
  former: Exchange | undefined,
  { sender, team }: SlackContext,
): Promise<string> {
  const id = toMessageId('reponse', team, channel, ts, former ? version : '');
  if (!former) return sender.post(reply, { channel, threadTs, id });
  const isUpdated = await sender.update(reply, channel, former.answerTs);
  return isUpdated ? former.answerTs : sender.post(reply, { channel, threadTs, id });
}

/** Shows that the bot is at work; a status that cannot be shown keeps nobody from the answer. */
async function showWorking({ channel, threadTs }: AskedMessage, { sender, say }: SlackContext): Promise<void> {
  try {
    await sender.showStatus(toVisible(say('slack-statut')), channel, threadTs);
  } catch {
    // Nothing to do: the answer follows.
  }
}

/** What is remembered, or nothing when the store fails: the question is then taken as the first of its thread. */
async function orJournal<T>(reading: Promise<T | undefined>, { journal }: SlackContext): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    journal(toIncident(error));
    return undefined;
  }
}
