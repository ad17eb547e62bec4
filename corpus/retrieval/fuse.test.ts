import { describe, expect, it } from 'vitest';
import { fuseViews } from './fuse.ts';

function view(scores: readonly number[], weight: number) {
  return { top: [...scores].sort((a, b) => b - a), score: (document: number) => scores[document] ?? 0, weight };
}

describe('fuseViews', () => {
  it('adds the standardised scores, each with the weight of its view', () => {
    const fused = fuseViews([view([4, 2, 0], 1), view([0.1, 0.5, 0.3], 0.5)], [0, 1, 2]);
    // Means 2 and 0,3; deviations √(8 ÷ 3) = 1,63299 and √(0,08 ÷ 3) = 0,163299.
    // First: 2 ÷ 1,63299 − 0,5 × 0,2 ÷ 0,163299 = 1,22474 − 0,61237. Second: 0 + 0,61237. Third: −1,22474 + 0.
    expect(fused.get(0)).toBeCloseTo(0.61237, 4);
    expect(fused.get(1)).toBeCloseTo(0.61237, 4);
    expect(fused.get(2)).toBeCloseTo(-1.22474, 4);
  });

  it('lets a view that sets one document apart speak louder than one that finds all alike', () => {
    const fused = fuseViews([view([9, 1, 1, 1, 1], 1), view([0.1, 0.5, 0.4, 0.4, 0.4], 1)], [0, 1]);
    // z of the outliers: 2 in the first view; 0,14 ÷ 0,13565 = 1,03 and −0,26 ÷ 0,13565 = −1,92 in the second.
    expect(fused.get(0)).toBeCloseTo(2 - 1.9167, 3);
    expect(fused.get(1)).toBeCloseTo(-0.5 + 1.0321, 3);
  });

  it('leaves out a view that tells nothing apart, and one without weight', () => {
    const fused = fuseViews([view([3, 3, 3], 1), view([0, 1, 2], 0), view([], 1)], [0, 1]);
    expect([...fused]).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it('takes what is ordinary from the best fifty only', () => {
    const scores = [10, ...new Array<number>(49).fill(5), ...new Array<number>(500).fill(0)];
    // Mean of fifty: (10 + 49 × 5) ÷ 50 = 5,1; deviation √((4,9² + 49 × 0,1²) ÷ 50) = 0,7.
    expect(fuseViews([view(scores, 1)], [0]).get(0)).toBeCloseTo(7, 9);
  });
});
