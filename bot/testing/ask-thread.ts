import type { Answer } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import type { Fil, Question } from '../answer/question.ts';
import { sealRendered } from '../gate.ts';
import { renderAnswer } from '../render/render-text.ts';
import { loadTestAssembly, TODAY } from './load-test-assembly.ts';

/** A turn of a thread: the answer, and what a reader sees of it, with no-break spaces made plain. */
export type Turn = { readonly answer: Answer; readonly text: string };

/** Asks questions one after the other in one thread, on the day of the tests unless told otherwise. */
export async function askThread(texts: readonly string[], more: Partial<Question> = {}): Promise<readonly Turn[]> {
  const { pipeline, corpus } = loadTestAssembly();
  const rendering = { vocabulary: pipeline.vocabulary, sources: corpus.sources };
  const turns: Turn[] = [];
  let fil: Fil | undefined = more.fil;
  for (const text of texts) {
    const answer = await answerQuestion({ today: TODAY, ...more, text, fil }, pipeline);
    turns.push({ answer, text: toPlain(sealRendered(renderAnswer(answer, rendering)).text) });
    fil = answer.fil;
  }
  return turns;
}

/** The answer to one question alone. */
export async function ask(text: string, more: Partial<Question> = {}): Promise<Turn> {
  const [turn] = await askThread([text], more);
  if (!turn) throw new Error('no answer');
  return turn;
}

function toPlain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
}
