import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { findDay } from '#bot/find-today.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { keepAnswer, type MadeAnswer, toAnswerId } from '../agent/keep-answer.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { findProfil } from '../profil/find-profil.ts';
import { renderSentence } from '../render/render-blocks.ts';
import { type Delivery, renderDelivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { noteIncident } from '../tell-incident.ts';
import { KeptWords, toKeptWords } from '../works/kept-words.ts';
import { replyOnce } from '../works/reply-once.ts';
import { type Acknowledge, createKind, type WorkInHand } from '../works/work-kind.ts';
import type { HeardWork } from '../works/works.ts';
import { answerMeasured } from './answer-measured.ts';
import { type EventNames, toNames } from './claim-event.ts';
import { toQuestionText } from './to-question-text.ts';

/** A question asked by command. */
export type AskedCommand = {
  readonly text: string;
  readonly triggerId: string;
  readonly user: string;
  readonly channel: string;
  /** Where to answer for half an hour. */
  readonly responseUrl: string;
} & Pick<EventNames, 'envelopeId'>;

/** What is kept of a command until it is answered. */
const KeptCommand = z.strictObject({
  triggerId: z.string(),
  user: z.string(),
  channel: z.string(),
  responseUrl: z.string(),
  words: KeptWords,
});
type KeptCommand = z.infer<typeof KeptCommand>;

/** How long an answer is waited for before the command is acknowledged without it. */
const ACK_MS = 2000;
/** The same when a model works: something is shown within a second. */
const PROGRESS_MS = 700;

/** The command as a work to be kept. */
export async function toCommandWork(command: AskedCommand, context: SlackContext): Promise<HeardWork> {
  const { triggerId, user, channel, responseUrl, envelopeId } = command;
  const id = `commande ${triggerId}`;
  const text = toQuestionText(command.text, context.botUserId);
  const today = findDay(context.now());
  const words = await toKeptWords({ text, today }, { surface: 'commande', channel }, context);
  const payload: KeptCommand = { triggerId, user, channel, responseUrl, words };
  return { kind: COMMAND.name, id, names: toNames({ deed: id, envelopeId }), payload, user };
}

/**
 * Answers `/cpts <question>`, to the asker alone, with a button to share the answer.
 * The acknowledgement itself carries the answer, which then needs no other way.
 */
export const COMMAND = createKind({
  name: 'commande',
  payload: KeptCommand,
  answersInAck: true,
  run: answerCommand,
  async tell(error, { responseUrl }, context) {
    await context.sender
      .respond(responseUrl, { response_type: 'ephemeral', ...noteIncident(error, context) })
      .catch((failure: unknown) => context.journal(toIncident(failure)));
  },
});

async function answerCommand(command: KeptCommand, hand: WorkInHand, context: SlackContext): Promise<void> {
  const { user, channel, responseUrl, triggerId } = command;
  const to = { user, channel, responseUrl, id: toMessageId('commande', context.team, triggerId) };
  const made = hand.attempt(() => makeReply(command, hand, context));
  const { acknowledge } = hand;
  const shown =
    acknowledge &&
    (await answerInAck(made, acknowledge, () => hand.noteSending({ channel, messageId: to.id }), context));
  if (shown === 'answer') return;
  await replyOnce({ ...(await made), ...to, ...(shown ? { how: { replace_original: true } } : {}) }, hand, context);
}

/** What the acknowledgement has shown: the whole answer, that one is on its way, or nothing. */
async function answerInAck(
  made: Promise<Made>,
  acknowledge: Acknowledge,
  noteSending: () => Promise<void>,
  context: SlackContext,
): Promise<'answer' | 'progress' | undefined> {
  const timer = new AbortController();
  const { guidance } = context.assembly;
  const late = wait(guidance ? PROGRESS_MS : ACK_MS, undefined, { signal: timer.signal }).catch(() => undefined);
  const early = await Promise.race([made, late]);
  timer.abort();
  const [reply, ...others] = early?.delivery ?? [];
  const isWhole = reply !== undefined && others.length === 0;
  const shown = isWhole ? { response_type: 'ephemeral', ...reply } : guidance && toProgress(context);
  if (isWhole) await noteSending();
  try {
    await acknowledge(shown && context.sender.seal(shown));
  } catch (error) {
    // The connection went while we answered: the answer address still leads to the person.
    context.journal(toIncident(error));
    return undefined;
  }
  if (isWhole) return 'answer';
  return shown && 'progress';
}

/** What is shown until the answer takes its place. */
function toProgress({ say }: SlackContext): OutgoingObject {
  return { response_type: 'ephemeral', ...renderSentence(say('modele-travail')) };
}

/** A reply as it may leave. */
type Made = { readonly delivery: Delivery; readonly lang: Lang };

/** What the gate would stop, or the answer fail on, is told as an incident. */
async function makeReply(command: KeptCommand, { receivedAt }: WorkInHand, context: SlackContext): Promise<Made> {
  const { words, channel } = command;
  if (!('text' in words)) return { delivery: [words.reply], lang: words.lang };
  try {
    const { team, sender } = context;
    const profil = (await findProfil(channel, context))?.profil;
    const question = { text: words.text, today: findDay(receivedAt), profil, espace: team };
    const answer = await answerMeasured(question, { surface: 'commande' }, context);
    const delivery = renderDelivery(answer, context, await renderShareButton({ answer, question }, command, context));
    for (const message of delivery) sender.seal(message);
    return { delivery, lang: answer.lang };
  } catch (error) {
    return { delivery: [noteIncident(error, context)], lang: 'fr' };
  }
}

/** Only an answer that is kept and rests on something is shared: neither a refusal, a question back nor a greeting. */
async function renderShareButton(
  made: MadeAnswer,
  { user, channel, triggerId }: KeptCommand,
  context: SlackContext,
): Promise<readonly OutgoingObject[]> {
  const { kind, lang, sources, runs } = made.answer;
  if ((kind !== 'answered' && kind !== 'not-covered') || sources.length + runs.length === 0) return [];
  const { store, team, sayIn } = context;
  const value = toAnswerId(team, 'commande', triggerId);
  const isKept = await keepAnswer(value, made, { user, channel }, context);
  // Where answers are kept no day at all, there is nothing to share later.
  if (!isKept || !(await store.readAnswer(team, value))) return [];
  const button = { type: 'button', action_id: SHARE_ACTION, text: toPlainText(sayIn(lang)('slack-partager')), value };
  return [{ type: 'actions', elements: [button] }];
}

/** Name of the click on « Partager ». */
export const SHARE_ACTION = 'partager';
