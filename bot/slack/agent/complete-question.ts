import { z } from 'zod';
import { situate } from '#bot/answer/situate/situate.ts';
import { findDay } from '#bot/find-today.ts';
import { StoredReceipt } from '#bot/receipts/receipt.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import { type OutgoingObject, toVisible } from '../outgoing/outgoing.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { toMessageWork } from '../questions/answer-message.ts';
import { claimEvent } from '../questions/claim-event.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { type ChampManquant, readManquant, sayManquant } from './champ-manquant.ts';
import type { FollowUp } from './follow-up-value.ts';
import { listTailles, renderPrecision } from './render-follow-ups.ts';

/** Where the answer stands that is completed. */
const Where = z.strictObject({
  champ: z.string(),
  answerId: z.string().regex(/^[A-Z]+$/),
  channel: z.string(),
  threadTs: z.string(),
});
type Where = z.infer<typeof Where>;

/** A click on a button for what is missing. */
export type FollowUpClick = FollowUp & Omit<Where, 'champ'> & { readonly user: string; readonly triggerId: string };

/** Asks the completed question when the click says it all; else opens the window that asks for the value. */
export async function followUp(click: FollowUpClick, works: Works, context: SlackContext): Promise<void> {
  const { champ, answerId, channel, threadTs, user, triggerId, numero } = click;
  if (champ === 'taille') {
    if (!listTailles(context.assembly.parametres).includes(numero))
      return tellAlone('agent-bouton-perdu', click, context);
    const given = { champ, value: { kind: 'taille', numero } } as const;
    return askCompleted(given, { answerId, channel, threadTs, user }, works, context);
  }
  const place = Buffer.from(JSON.stringify({ champ, answerId, channel, threadTs })).toString('base64url');
  await context.sender.openView(renderPrecision(champ, place, context.sayIn(await context.findLang(user))), triggerId);
}

/** What a person gave in that window. */
export type Precision = {
  readonly champ: ChampManquant;
  readonly place: Where;
  readonly text: string;
  readonly user: string;
};

/** Reads what the window remembers; undefined when it is not one of ours. */
export function parsePlace(metadata: string): Where | undefined {
  try {
    return Where.parse(JSON.parse(Buffer.from(metadata, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

/** The value, or the error to show under the field. */
export async function readPrecision(
  { champ, text, user }: Precision,
  { sayIn, findLang, now }: SlackContext,
): Promise<{ readonly value: MessageArg } | { readonly reply: OutgoingObject }> {
  const read = readManquant(champ, text, findDay(now()));
  if (read.kind === 'value') return read;
  const say = sayIn(await findLang(user));
  const errors = { [champ]: toVisible(say(read.message.code, read.message.args)) };
  return { reply: { response_action: 'errors', errors } };
}

/** What is given, and what it is. */
export type Given = { readonly champ: ChampManquant | 'taille'; readonly value: MessageArg };

/**
 * Asks the question of an answer again with what was missing, in its thread, which shows what was given.
 * One click asks once: the same thing given again to the same answer is known.
 */
export async function askCompleted(
  { champ, value }: Given,
  { answerId, channel, threadTs, user }: Omit<Where, 'champ'> & { readonly user: string },
  works: Works,
  context: SlackContext,
): Promise<void> {
  const { store, team, sender, sayIn } = context;
  const saved = await store.readAnswer(team, answerId);
  // What was answered elsewhere is not told here.
  if (saved?.channel !== channel) return tellAlone('agent-pourquoi-oubliee', { channel, threadTs, user }, context);
  const { question } = StoredReceipt.parse(JSON.parse(saved.receipt));
  const { lang } = situate(question, context.assembly.pipeline.comprehension);
  const words = sayManquant(champ, value, sayIn(lang));
  if (!(await claimEvent({ deed: `precision ${answerId} ${words}` }, context))) return;
  const echo = { kind: 'question', text: words, start: 0, end: words.length } as const;
  const told = renderSentence(sayIn(lang)('agent-precision-faite', { precision: echo }));
  const id = toMessageId('precision', team, answerId, words);
  const ts = await sender.post(told, { channel, threadTs, id });
  const asked = { channel, user, ts, threadTs, version: '', text: `${question.text} (${words})` };
  const names = { eventId: undefined, envelopeId: undefined };
  await works.receive(await toMessageWork({ ...asked, ...names }, context), () => Promise.resolve());
}

async function tellAlone(
  code: 'agent-bouton-perdu' | 'agent-pourquoi-oubliee',
  { user, channel, threadTs }: Pick<FollowUpClick, 'user' | 'channel' | 'threadTs'>,
  { sender, sayIn, findLang }: SlackContext,
): Promise<void> {
  await sender.postEphemeral(renderSentence(sayIn(await findLang(user))(code)), { channel, user, threadTs });
}
