import { z } from 'zod';
import type { Fil } from '#bot/answer/question.ts';
import { findDay } from '#bot/find-today.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { createStatusLine, type StatusLine } from '../agent/create-status-line.ts';
import { keepAnswer, toAnswerId } from '../agent/keep-answer.ts';
import { renderAnswerButtons } from '../agent/render-answer-buttons.ts';
import type { StreamedAnswer } from '../agent/stream-answer.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { findProfil } from '../profil/find-profil.ts';
import { type Delivery, renderDelivery, renderStreamed } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { tellIncident } from '../tell-incident.ts';
import { KeptWords, toKeptWords } from '../works/kept-words.ts';
import { createKind, type WorkInHand } from '../works/work-kind.ts';
import type { HeardWork } from '../works/works.ts';
import { answerMeasured, toAskedFrom } from './answer-measured.ts';
import { type EventNames, toNames } from './claim-event.ts';
import { deliverAnswer } from './deliver-answer.ts';
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
  const status = createStatusLine(message, context);
  if (!former) status.show({ kind: 'cherche' });
  const asked = { message, fil, status, isEdit: former !== undefined };
  const made = await hand.attempt(() => makeAnswer(asked, context)).finally(status.close);
  const place = {
    channel,
    threadTs,
    user,
    lang: made.lang,
    streamed: made.streamed,
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
type Made = {
  readonly delivery: Delivery;
  readonly streamed?: StreamedAnswer | undefined;
  readonly lang: Lang;
  readonly fil: Fil;
};

/** A message to answer: what its thread remembers, and the line that tells of the work. */
type Making = {
  readonly message: KeptMessage;
  readonly fil: Fil | undefined;
  readonly status: StatusLine;
  readonly isEdit: boolean;
};

async function makeAnswer({ message, fil, status, isEdit }: Making, context: SlackContext): Promise<Made> {
  const { team, assembly } = context;
  const { words, channel, ts, version } = message;
  // A refused question was answered when it was heard, and leaves no fact.
  if (!('text' in words)) {
    return { delivery: [words.reply], lang: words.lang, fil: fil ?? { faits: {}, concepts: [] } };
  }
  const profil = (await findProfil(channel, context))?.profil;
  const question = { text: words.text, today: findDayOf(message), fil, profil, espace: team };
  const pipeline = isEdit ? assembly.pipeline : { ...assembly.pipeline, onStep: status.show };
  const answer = await answerMeasured(question, toAskedFrom(message), context, pipeline);
  const id = toAnswerId(team, channel, ts, version);
  const isKept = await keepAnswer(id, { answer, question }, message, context);
  const buttons = isKept ? renderAnswerButtons(answer, id, context) : [];
  const { lang, fil: after } = answer;
  return {
    delivery: renderDelivery(answer, context, buttons),
    // In a channel the answer is for everybody: a stream is shown to the asker first, and costs three calls.
    streamed: channel.startsWith('D') && !isEdit ? renderStreamed(answer, context, buttons) : undefined,
    lang,
    fil: after,
  };
}

/** The day on which the message was written, or edited. */
function findDayOf({ ts, version }: Pick<KeptMessage, 'ts' | 'version'>): CalendarDate {
  return findDay(Number(version || ts) * 1000);
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
