import type { Answer } from '#bot/answer/answer.ts';
import type { Question } from '#bot/answer/question.ts';
import { renderReceipt } from '#bot/deliver.ts';
import { toStoredReceipt } from '#bot/receipts/receipt.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { SlackContext } from '../slack-context.ts';
import { toLetters } from '../to-letters.ts';

/** An answer that was made, and the question with all that decided it. */
export type MadeAnswer = { readonly answer: Answer; readonly question: Question };

/** Who asked, and where. */
export type Asker = { readonly user: string; readonly channel: string };

/** Letters of an answer's name: enough that no two are the same. */
const LENGTH = 24;

/** The name of an answer, which travels in its buttons; always the same for what it answers. */
export function toAnswerId(team: string, ...names: readonly string[]): string {
  return toLetters(JSON.stringify([team, ...names]), LENGTH);
}

/**
 * Keeps an answer some days, so that it can be told why, shared and judged; a refused one is never kept.
 * @returns false when it is not kept: it then has no button
 */
export async function keepAnswer(
  id: string,
  { answer, question }: MadeAnswer,
  { user, channel }: Asker,
  { store, team, now, journal, assembly }: Pick<SlackContext, 'store' | 'team' | 'now' | 'journal' | 'assembly'>,
): Promise<boolean> {
  if (answer.kind === 'refused') return false;
  try {
    const stored = toStoredReceipt(renderReceipt(answer, question, assembly).receipt, question, answer);
    const kept = { ...stored, question: { ...stored.question, ...(question.fil ? { fil: question.fil } : {}) } };
    const saved = { id, user, channel, kind: answer.kind, receipt: JSON.stringify(kept), savedAt: now() };
    await store.saveAnswer(team, saved);
    return true;
  } catch (error) {
    // The answer matters more than what can be asked about it later.
    journal(toIncident(error));
    return false;
  }
}
