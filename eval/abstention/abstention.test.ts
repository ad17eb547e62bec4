import { beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '#bot/assemble.ts';
import { fitLogistic, predict } from './fit-logistic.ts';
import { loadAbstentionQuestions } from './load-abstention-questions.ts';
import { listBilans, measureQuestions, predictHeldOut, type QuestionMesuree } from './measure-abstention.ts';

const assembly = assemble();
const { seuils } = assembly.pipeline.bibliotheque.abstention;

describe('a logistic regression', () => {
  it('tells apart what a clue tells apart, the same way each time', () => {
    const exemples = [0, 0.1, 0.2, 0.8, 0.9, 1].map((clue) => ({ indices: [clue, 0.5], connue: clue > 0.5 }));
    const poids = fitLogistic(exemples);
    expect(exemples.every(({ indices, connue }) => predict(indices, poids) > 0.5 === connue)).toBe(true);
    expect(fitLogistic(exemples)).toEqual(poids);
  });
});

describe('abstention, each half judged with the weights of the other', () => {
  let questions: readonly QuestionMesuree[] = [];
  let probabilities: readonly number[] = [];
  beforeAll(() => {
    questions = measureQuestions(loadAbstentionQuestions(), assembly);
    probabilities = predictHeldOut(questions);
  });

  it('answers nine known questions in ten, and less than a third of the unknown', () => {
    const [bilan] = listBilans(questions, probabilities, [seuils.tait]);
    expect(bilan?.couverture).toBeGreaterThanOrEqual(0.9);
    expect(bilan?.erreurs).toBeLessThan(1 / 3);
  });

  it('answers less, and errs less, as the threshold rises', () => {
    const bilans = listBilans(questions, probabilities, [0, 0.25, 0.5, 0.75, 1.1]);
    expect(bilans[0]).toMatchObject({ couverture: 1, erreurs: 1 });
    expect(bilans.at(-1)).toMatchObject({ couverture: 0, erreurs: 0 });
    for (const key of ['couverture', 'erreurs'] as const) {
      const values = bilans.map((bilan) => bilan[key]);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
  });
});
