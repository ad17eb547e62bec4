import { z } from 'zod';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Fil } from '../answer/question.ts';
import { findDay } from '../find-today.ts';
import { toIncident } from '../tell-error.ts';
import { answerMeasured, toAskedFrom } from './answer-measured.ts';
import { type EventNames, toNames } from './claim-event.ts';
import { deliverAnswer } from './deliver-answer.ts';
import { toVisible } from './outgoing/outgoing.ts';
import { toMessageId } from './outgoing/to-message-id.ts';
import { type Delivery, renderDelivery } from './render-delivery.ts';
import type { SlackContext } from './slack-context.ts';
import { tellIncident } from './tell-incident.ts';
import { toQuestionText } from './to-question-text.ts';
import { KeptWords, toKeptWords } from './works/kept-words.ts';
import { createKind, type WorkInHand } from './works/work-kind.ts';
import type { HeardWork } from './works/works.ts';

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

/** What is kept of a message until it is answered. */
const KeptMessage = z.strictObject({
  channel: z.string(),
  user: z.string(),
  ts: z.string(),
  threadTs: z.string(),
  version: z.string(),
  words: KeptWords,
});
type KeptMessage = z.infer<typeof KeptMessage>;

/** The message as a work to be kept. */
export async function toMessageWork(message: AskedMessage, context: SlackContext): Promise<HeardWork> {
  const { channel, user, ts, threadTs, version, eventId, envelopeId } = message;
  const id = `message ${channel} ${ts} ${version}`;
  const text = toQuestionText(message.text, context.botUserId);
  const words = await toKeptWords({ text, today: findDayOf(message) }, toAskedFrom(message), context);
  const payload: KeptMessage = { channel, user, ts, threadTs, version, words };
  return { kind: MESSAGE.name, id, names: toNames({ deed: id, eventId, envelopeId }), payload, user };
}

/**
 * Answers a message in its thread; an edited question has its answer replaced.
 * Questions of one thread are taken in turn, since each may go on from the one before.
 */
export const MESSAGE = createKind({
  name: 'message',
  payload: KeptMessage,
  findOrder: ({ channel, threadTs }) => `${channel} ${threadTs}`,
  run: answerInThread,
  async tell(error, { channel, user, ts, threadTs, version }, context) {
    const id = toMessageId('incident', context.team, channel, ts, version);
    await tellIncident(error, { channel, threadTs, id }, user, context);
  },
});

async function answerInThread(message: KeptMessage, hand: WorkInHand, context: SlackContext): Promise<void> {
  const { store, team, journal, now } = context;
  const { channel, user, ts, threadTs, version } = message;
  const key = { team, channel, questionTs: ts };
  const former = await orJournal(store.readExchange(key), context);
  // An edit that Slack delivers late must not undo a later one; what was recorded is not answered again.
  if (former && former.version >= version) return;
  const fil = former ? former.filAvant : await orJournal(store.readFil({ team, channel, threadTs }), context);
  if (!former) await showWorking(message, context);
  const made = await hand.attempt(() => makeAnswer(message, fil, context));
  const place = {
    channel,
    threadTs,
    lang: made.lang,
    names: [ts, former ? version : ''],
    former: former ? [former.answerTs, ...(former.suite ?? [])] : [],
  };
  const [answerTs, ...suite] = await deliverAnswer(made.delivery, place, hand, context);
  const exchange = { answerTs, suite, version, user, ...(fil ? { filAvant: fil } : {}) };
  try {
    await store.saveExchange(key, threadTs, exchange, made.fil, now());
  } catch (error) {
    // The person has her answer; only the memory of the thread is lost.
    journal(toIncident(error));
  }
}

/** An answer to deliver, and what the thread remembers after it. */
type Made = { readonly delivery: Delivery; readonly lang: Lang; readonly fil: Fil };

async function makeAnswer(message: KeptMessage, fil: Fil | undefined, context: SlackContext): Promise<Made> {
  const { team } = context;
  const { words } = message;
  // A refused question was answered when it was heard, and leaves no fact.
  if (!('text' in words)) {
    return { delivery: [words.reply], lang: words.lang, fil: fil ?? { faits: {}, concepts: [] } };
  }
  const question = { text: words.text, today: findDayOf(message), fil, espace: team };
  const answer = await answerMeasured(question, toAskedFrom(message), context);
  return { delivery: renderDelivery(answer, context), lang: answer.lang, fil: answer.fil };
}

/** The day on which the message was written, or edited. */
function findDayOf({ ts, version }: Pick<KeptMessage, 'ts' | 'version'>): CalendarDate {
  return findDay(Number(version || ts) * 1000);
}

/** Shows that the bot is at work; a status that cannot be shown keeps nobody from the answer. */
async function showWorking({ channel, threadTs }: KeptMessage, { sender, say }: SlackContext): Promise<void> {
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
