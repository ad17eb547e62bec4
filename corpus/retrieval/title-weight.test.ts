import { expect, it } from 'vitest';
import { computeTitleWeight } from './title-weight.ts';

const toDocuments = (titles: readonly string[]) => titles.map((titre, n) => ({ id: String(n), titre, corps: '' }));

it.each([
  [['a', 'b', 'c'], 1],
  // 1 title for 4 documents: (1 ÷ 4)²
  [['a', 'a', 'a', 'a'], 0.0625],
  [['a', 'a', 'b', ''], 0.25],
  [[], 0],
])('titles %j weigh %d', (titles, weight) => {
  expect(computeTitleWeight(toDocuments(titles))).toBe(weight);
});
