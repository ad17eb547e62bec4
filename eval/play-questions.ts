import type { Assembly } from '#bot/assemble.ts';
import type { QuestionPosee } from './load-questions.ts';
import type { Observation } from './notes/observation.ts';
import { type Faute, scoreObservation } from './notes/score-observation.ts';
import { compareWordings } from './notes/score-stability.ts';
import { observeAnswer } from './observe-answer.ts';

/** A question, its answer, and all that is wrong in it. */
export type Resultat = {
  readonly question: QuestionPosee;
  readonly observed: Observation;
  readonly fautes: readonly Faute[];
  /** Other wordings that got another answer, with what differs; undefined for a question of one wording. */
  readonly instables: readonly { readonly texte: string; readonly message: string }[] | undefined;
};

/** Asks every question, in each of its wordings, one after the other. */
export async function playQuestions(
  questions: readonly QuestionPosee[],
  assembly: Pick<Assembly, 'pipeline' | 'corpus'>,
): Promise<readonly Resultat[]> {
  const results: Resultat[] = [];
  for (const question of questions) {
    const observed = await observeAnswer(question, assembly);
    const fautes = scoreObservation(question, observed);
    results.push({
      question,
      observed,
      fautes,
      instables: await playWordings(question, { observed, fautes }, assembly),
    });
  }
  return results;
}

async function playWordings(
  question: QuestionPosee,
  first: Pick<Resultat, 'observed' | 'fautes'>,
  assembly: Pick<Assembly, 'pipeline' | 'corpus'>,
): Promise<Resultat['instables']> {
  const { autrement } = question;
  if (autrement === undefined) return undefined;
  const others: Pick<Resultat, 'observed' | 'fautes'>[] = [];
  for (const wording of autrement) {
    const observed = await observeAnswer(question, assembly, wording);
    others.push({ observed, fautes: scoreObservation(question, observed) });
  }
  return compareWordings(first, others).map(({ at, message }) => ({ texte: autrement[at] ?? '', message }));
}
