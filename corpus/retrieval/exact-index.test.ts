import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExactIndex } from './exact-index.ts';
import { toUnit } from './unit-vector.ts';

const unit = (...values: number[]) => toUnit(Float32Array.from(values));

describe('createExactIndex', () => {
  it('finds the nearest ids, best first, with their cosine', () => {
    const index = createExactIndex(2);
    index.add('est', unit(1, 0));
    index.add('nord', unit(0, 1));
    index.add('nord-est', unit(1, 1));
    const found = index.search(unit(1, 0), 2);
    expect(found.map(({ id }) => id)).toEqual(['est', 'nord-est']);
    expect(found[1]?.similarity).toBeCloseTo(Math.SQRT1_2, 6);
    expect(index.similarity(unit(1, 0), 'nord')).toBeCloseTo(0, 6);
    expect(index.similarity(unit(1, 0), 'sud')).toBeUndefined();
  });

  it('breaks ties by id, whatever the order of addition, also at the edge of `k`', () => {
    for (const order of [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['b', 'c', 'a'],
    ]) {
      const index = createExactIndex(2);
      for (const id of order) index.add(id, unit(1, 0));
      expect(index.search(unit(1, 0), 2).map(({ id }) => id)).toEqual(['a', 'b']);
    }
  });

  it('finds allowed ids only, and gives an error of the filter back', () => {
    const index = createExactIndex(2);
    for (const id of ['a', 'b', 'c']) index.add(id, unit(1, 0));
    expect(index.search(unit(1, 0), 5, (id) => id !== 'a').map(({ id }) => id)).toEqual(['b', 'c']);
    const error = new Error('filtre');
    expect(() =>
      index.search(unit(1, 0), 1, () => {
        throw error;
      }),
    ).toThrow(error);
  });

  it('refuses a vector of another dimension, and an id given twice', () => {
    const index = createExactIndex(2);
    index.add('a', unit(1, 0));
    expect(() => index.add('b', unit(1, 0, 0))).toThrow(expect.objectContaining({ code: 'ERR_INDEX_DIMENSION' }));
    expect(() => index.search(unit(1), 1)).toThrow(expect.objectContaining({ code: 'ERR_INDEX_DIMENSION' }));
    expect(() => index.add('a', unit(1, 0))).toThrow(expect.objectContaining({ code: 'ERR_INDEX_DOUBLON' }));
    expect(index.size).toBe(1);
  });

  it('finds the same as a full sort, in any dimension', () => {
    const vectors = fc.integer({ min: 1, max: 9 }).chain((dimension) =>
      fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: dimension, maxLength: dimension }), {
        minLength: 1,
        maxLength: 90,
      }),
    );
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 20 }), (rows, k) => {
        const index = createExactIndex(rows[0]?.length ?? 0);
        const [query = [], ...others] = rows;
        for (const [position, row] of others.entries()) index.add(`p${position}`, Float32Array.from(row));
        const sorted = others
          .map((row, position) => ({
            id: `p${position}`,
            similarity: row.reduce((sum, value, d) => sum + value * (query[d] ?? 0), 0),
          }))
          .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1));
        expect(index.search(Float32Array.from(query), k)).toEqual(sorted.slice(0, k));
      }),
    );
  });
});
