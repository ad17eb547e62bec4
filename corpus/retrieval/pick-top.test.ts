import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pickTop } from './pick-top.ts';

it('picks what a whole sort would, ties by position, nothing at zero', () => {
  const scores = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { maxLength: 30 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 10 }), fc.nat({ max: 3 }), (values, k, skipped) => {
      const allows = (document: number) => document % 4 !== skipped;
      const sorted = values
        .map((score, document) => ({ score, document }))
        .filter(({ score, document }) => score > 0 && allows(document))
        .sort((a, b) => b.score - a.score || a.document - b.document);
      expect(pickTop(Float32Array.from(values), k, allows)).toEqual(sorted.slice(0, k).map(({ document }) => document));
    }),
  );
});
