import type { Answer } from '#bot/answer/answer.ts';
import { deliver } from '#bot/deliver.ts';
import { StoredReceipt } from '#bot/receipts/receipt.ts';
import { toReplay } from '#bot/receipts/to-replay.ts';
import type { SlackContext } from '../slack-context.ts';

/** An answer as it was given; or why it cannot be told again: kept no longer, or the texts have changed since. */
export type Reopened =
  | { readonly kind: 'found'; readonly answer: Answer; readonly question: StoredReceipt['question'] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'changed' };

/**
 * Makes a kept answer again, to the byte, without asking any model; over restarts too.
 * @param channel where it is asked for: an answer given elsewhere is absent there
 */
export async function reopenAnswer(
  id: string,
  { store, team, assembly }: Pick<SlackContext, 'store' | 'team' | 'assembly'>,
  channel?: string,
): Promise<Reopened> {
  const saved = await store.readAnswer(team, id);
  if (!saved || (channel !== undefined && saved.channel !== channel)) return { kind: 'absent' };
  const stored = StoredReceipt.safeParse(JSON.parse(saved.receipt));
  if (!stored.success) return { kind: 'absent' };
  const { answer, receipt } = await deliver(stored.data.question, toReplay(assembly, stored.data));
  const isSame = receipt.answer === stored.data.receipt.answer;
  return isSame ? { kind: 'found', answer, question: stored.data.question } : { kind: 'changed' };
}
