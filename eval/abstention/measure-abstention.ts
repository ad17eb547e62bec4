import { answerQuestion } from '#bot/answer/answer-question.ts';
import { retrievePassages } from '#bot/answer/retrieve-passages.ts';
import { situate } from '#bot/answer/situate/situate.ts';
import { type Abstention, INDICES, type Indices, readIndices } from '#bot/answer/weigh-answer.ts';
import type { Assembly } from '#bot/assemble.ts';
import { type Exemple, fitLogistic, type Poids, predict } from './fit-logistic.ts';
import type { QuestionJugee } from './load-abstention-questions.ts';

/** A question with the clues of its best passage. */
export type QuestionMesuree = QuestionJugee & Exemple;

/** Answered and silent, right and wrong, at one threshold. */
export type Bilan = {
  readonly seuil: number;
  /** Share of the known questions that are answered. */
  readonly couverture: number;
  /** Share of the unknown questions that are answered all the same. */
  readonly erreurs: number;
};

/** Clues of each question that passages alone answer: no tool, no refusal. */
export function measureQuestions(
  questions: readonly QuestionJugee[],
  { pipeline: { bibliotheque, comprehension } }: Pick<Assembly, 'pipeline'>,
): readonly QuestionMesuree[] {
  return questions.flatMap((question) => {
    const { texte: text, jour: today } = question;
    const situation = situate({ text, today }, comprehension);
    if (situation.intentions.length > 0 || situation.refus || situation.problems.length > 0) return [];
    const [best] = retrievePassages(text, situation, bibliotheque, 1);
    if (!best) return [];
    const indices = readIndices(text, situation, best, bibliotheque.measureFit);
    return [{ ...question, indices: INDICES.map((name) => indices[name]) }];
  });
}

/** Probability of each question, from weights fitted on the other half: none was seen by its own weights. */
export function predictHeldOut(questions: readonly QuestionMesuree[]): readonly number[] {
  const halves = fitHalves(questions);
  return questions.map(({ indices }, index) => predict(indices, halves[1 - (index % 2)] as Poids));
}

/** Answers that are right, by group, with the weights of the other half and these thresholds. */
export async function countRight(
  questions: readonly QuestionMesuree[],
  seuils: Abstention['seuils'],
  { pipeline }: Pick<Assembly, 'pipeline'>,
): Promise<ReadonlyMap<string, number>> {
  const { bibliotheque } = pipeline;
  const halves = fitHalves(questions).map(({ biais, poids }) => {
    const named = Object.fromEntries(INDICES.map((name, index) => [name, poids[index] ?? 0])) as Indices;
    const abstention = { ...bibliotheque.abstention, seuils, biais, poids: named };
    return { ...pipeline, bibliotheque: { ...bibliotheque, abstention } };
  });
  const right = new Map<string, number>();
  for (const [index, { texte: text, jour: today, groupe, connue }] of questions.entries()) {
    const answer = await answerQuestion({ text, today }, halves[1 - (index % 2)] ?? pipeline);
    const told = answer.enonces.some(({ enonce }) => enonce.origin.type !== 'interface');
    // A gap that the corpus tells is a right answer to what it does not know.
    if (connue ? told : answer.kind === 'not-covered') right.set(groupe, (right.get(groupe) ?? 0) + 1);
  }
  return right;
}

/** Weights of the even questions, then of the odd ones. */
function fitHalves(questions: readonly QuestionMesuree[]): readonly Poids[] {
  return [0, 1].map((half) => fitLogistic(questions.filter((_, index) => index % 2 === half)));
}

/** What each threshold gives. */
export function listBilans(
  questions: readonly QuestionMesuree[],
  probabilities: readonly number[],
  seuils: readonly number[],
): readonly Bilan[] {
  const share = (seuil: number, connue: boolean) => {
    const asked = questions.flatMap((question, index) =>
      question.connue === connue ? [probabilities[index] ?? 0] : [],
    );
    return asked.filter((probability) => probability >= seuil).length / Math.max(1, asked.length);
  };
  return seuils.map((seuil) => ({ seuil, couverture: share(seuil, true), erreurs: share(seuil, false) }));
}
