import type { Lang } from '#corpus/law/lang.ts';
import type { Answer } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import type { Fil } from '../answer/question.ts';
import { type EvalQuestion, loadEvalQuestions } from './load-eval-questions.ts';
import { loadTestAssembly } from './load-test-assembly.ts';

/** The answer to a question of the eval, in one language. */
export type EvalAnswer = { readonly question: EvalQuestion; readonly lang: Lang; readonly answer: Answer };

let answered: Promise<readonly EvalAnswer[]> | undefined;

/** Answers every question of the eval in both languages, whatever the language of its words; made once. */
export function answerEvalQuestions(): Promise<readonly EvalAnswer[]> {
  answered ??= answerAll();
  return answered;
}

async function answerAll(): Promise<readonly EvalAnswer[]> {
  const { pipeline } = loadTestAssembly();
  const all: EvalAnswer[] = [];
  for (const question of loadEvalQuestions()) {
    const { jour: today, avant, texte } = question;
    let fil: Fil | undefined;
    for (const text of avant) fil = (await answerQuestion({ text, today, fil }, pipeline)).fil;
    for (const lang of ['fr', 'en'] as const) {
      const answer = await answerQuestion({ text: texte, today, lang, fil }, pipeline);
      all.push({ question, lang, answer });
    }
  }
  return all;
}
