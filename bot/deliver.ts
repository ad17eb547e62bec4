import type { Answer } from './answer/answer.ts';
import { answerQuestion } from './answer/answer-question.ts';
import type { Question } from './answer/question.ts';
import type { Assembly } from './assemble.ts';
import { type Receipt, toReceipt, toStoredReceipt } from './receipts/receipt.ts';
import type { ReceiptStore } from './receipts/receipt-store.ts';
import { type AnswerJson, renderAnswerJson } from './render/render-answer-json.ts';

/** An answer ready to leave: data for the next turn, contract JSON, receipt. */
export type Delivery = {
  readonly answer: Answer;
  readonly json: AnswerJson;
  readonly receipt: Receipt;
  /** The receipt should have been kept, and the folder could not be written. */
  readonly receiptLost: boolean;
};

/**
 * Answers, passes the gate and keeps the receipt: the road every terminal surface takes.
 * A refused question leaves no trace: it may hold patient data.
 */
export async function deliver(question: Question, assembly: Assembly, receipts?: ReceiptStore): Promise<Delivery> {
  const answer = await answerQuestion(question, assembly.pipeline);
  const { json, receipt } = renderReceipt(answer, question, assembly);
  const keeps = receipts !== undefined && answer.kind !== 'refused' && question.fil === undefined;
  const receiptLost = keeps && !receipts.save(toStoredReceipt(receipt, question, answer));
  return { answer, json, receipt, receiptLost };
}

/** An answer as contract JSON, and what identifies it. */
export function renderReceipt(
  answer: Answer,
  { espace }: Pick<Question, 'espace'>,
  { pipeline, corpus, parametres, hashes, guidance }: Assembly,
): Pick<Delivery, 'json' | 'receipt'> {
  const json = renderAnswerJson(answer, { vocabulary: pipeline.vocabulary, corpus, parametres });
  const documents = pipeline.findDocuments?.(espace)?.hash;
  return { json, receipt: toReceipt(json, { ...hashes, ...(answer.records ? guidance : {}) }, documents) };
}
