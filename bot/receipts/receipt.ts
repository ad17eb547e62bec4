import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Answer } from '../answer/answer.ts';
import { GuideRecord } from '../answer/guide-record.ts';
import type { Profil } from '../answer/profil.ts';
import type { Fil, Question } from '../answer/question.ts';

/**
 * What identifies an answer: sha256 of the corpus, of the parameters and sentences, and of the answer itself; where a
 * language model helped, its name and the sha256 of what it was told.
 */
export const Receipt = z.strictObject({
  corpus: z.string(),
  parametres: z.string(),
  answer: z.string(),
  model: z.string().optional(),
  prompts: z.string().optional(),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt as it is kept: the question that was asked, so that the answer can be made again. */
export const StoredReceipt = z.strictObject({
  receipt: Receipt,
  question: z.object({
    text: z.string(),
    today: CalendarDate,
    asOf: CalendarDate.optional(),
    /** Workspace whose documents could be quoted, when it was not the terminal's own. */
    espace: z.string().optional(),
    /** As read once already: money is in cents. */
    profil: z.custom<Profil>().optional(),
    /** What the thread remembered before; kept where threads are, never with the receipts of the terminal. */
    fil: z.custom<Fil>().optional(),
  }),
  /** What the model chose and wrote, so that the answer is made again without it. */
  records: z.array(GuideRecord).optional(),
});
export type StoredReceipt = z.infer<typeof StoredReceipt>;

/**
 * Receipt of an answer already rendered: same bytes, same receipt.
 * @param documents hash of the documents that people imported; they are part of the corpus of their workspace
 */
export function toReceipt(answer: object, hashes: Omit<Receipt, 'answer'>, documents?: string): Receipt {
  const corpus = documents === undefined ? hashes.corpus : hash(`${hashes.corpus} ${documents}`);
  return { ...hashes, corpus, answer: hash(JSON.stringify(answer)) };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What is kept of a question; a thread's memory is not, so only single questions are kept. */
export function toStoredReceipt(
  receipt: Receipt,
  { text, today, asOf, profil, espace }: Question,
  { records }: Pick<Answer, 'records'>,
): StoredReceipt {
  return {
    receipt,
    question: { text, today, ...(asOf ? { asOf } : {}), ...(espace ? { espace } : {}), ...(profil ? { profil } : {}) },
    ...(records ? { records: [...records] } : {}),
  };
}
