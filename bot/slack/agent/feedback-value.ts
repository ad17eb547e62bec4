import type { Feedback } from '#bot/store/ports/answers.ts';

/** Name of the click on one of the two buttons. */
export const FEEDBACK_ACTION = 'avis-reponse';
/** Name of the window that asks for a comment, and of its field. */
export const COMMENT_VIEW = 'commenter';
export const COMMENT_FIELD = 'commentaire';

/** What a feedback button hands back. */
export type Verdict = Pick<Feedback, 'verdict' | 'answerId'>;

/** A verdict as it travels in a button. */
export function renderVerdict({ verdict, answerId }: Verdict): string {
  return `${verdict}-${answerId}`;
}

/** Reads it back; undefined when it is not one of ours. */
export function parseVerdict(value: string): Verdict | undefined {
  const [, verdict, answerId] = /^(utile|pas-utile)-([A-Z]+)$/.exec(value) ?? [];
  if (answerId === undefined) return undefined;
  return { verdict: verdict === 'utile' ? 'utile' : 'pas-utile', answerId };
}
