import { expect, it } from 'vitest';
import { buildCandidate } from '../testing/build-materials.ts';
import type { Situation } from './situate/situation.ts';
import { computeProbability, INDICES, type Indices, readIndices } from './weigh-answer.ts';

const situation = { duDomaine: true, nous: false } as Situation;
const zero = Object.fromEntries(INDICES.map((name) => [name, 0])) as Indices;

it('reads the clues of a passage, each from 0 to 1', () => {
  const { found } = buildCandidate('p', { themes: ['a', 'b', 'c', 'd', 'e'] }, { sharedFigures: 4, named: 0.7 });
  expect(readIndices('?', situation, found, () => ({ explained: 0.25, foreign: 0.5 }))).toEqual({
    confidence: 0.9,
    coverage: 1,
    themes: 1,
    domaine: 1,
    nous: 0,
    explained: 0.25,
    foreign: 0.5,
    figures: 1,
    named: 0.7,
  });
});

it.each([
  [0, 0, 0.5],
  [2, 0, 1 / (1 + Math.exp(-2))],
  [2, -4, 1 / (1 + Math.exp(2))],
])('weighs a bias of %d and a clue of weight %d', (biais, confidence, expected) => {
  const indices = { ...zero, confidence: 1, coverage: 1 };
  expect(computeProbability(indices, { biais, poids: { ...zero, confidence } })).toBeCloseTo(expected);
});
