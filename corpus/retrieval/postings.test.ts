import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPostings, openBm25 } from './postings.ts';

/** Terms of documents as numbers; the length of a document is the number of its terms. */
function build(documents: readonly (readonly number[])[], terms: number) {
  return buildPostings(documents.length, terms, (document, add) => {
    const own = documents[document] ?? [];
    for (const term of own) add(term);
    return own.length;
  });
}

describe('buildPostings', () => {
  it('turns documents round, whatever they hold', () => {
    const lists = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(lists, (documents) => {
        const { starts, documents: held, counts, lengths } = build(documents, 6);
        const again = documents.map(() => new Array<number>(6).fill(0));
        for (let term = 0; term < 6; term += 1) {
          for (let place = starts[term] ?? 0; place < (starts[term + 1] ?? 0); place += 1) {
            const row = again[held[place] ?? -1];
            if (row) row[term] = counts[place] ?? 0;
          }
        }
        expect(again).toEqual(documents.map((own) => [0, 1, 2, 3, 4, 5].map((t) => own.filter((x) => x === t).length)));
        expect([...lengths]).toEqual(documents.map((own) => own.length));
      }),
    );
  });
});

describe('openBm25', () => {
  it('computes BM25', () => {
    const index = openBm25(
      build(
        [
          [0, 0, 2, 3],
          [1, 2],
          [1, 3, 4],
        ],
        5,
      ),
    );
    const scores = new Float32Array(3);
    index.add(scores, 0, 0.5);
    // Mean length (4 + 2 + 3) ÷ 3 = 3. idf = ln(1 + (3 − 1 + 0,5) ÷ (1 + 0,5)) = ln(2,6667) = 0,98083
    // tf = 2 × 2,2 ÷ (2 + 1,2 × (0,25 + 0,75 × 4 ÷ 3)) = 4,4 ÷ 3,5 = 1,25714; score = 0,5 × 0,98083 × 1,25714
    expect(scores[0]).toBeCloseTo(0.61652, 5);
    expect([...scores].slice(1)).toEqual([0, 0]);
  });

  it('gives a term of no document the highest idf, and one of every document a small positive one', () => {
    const index = openBm25(build([[0], [0]], 2));
    // ln(1 + 2,5 ÷ 0,5) = ln 6; ln(1 + 0,5 ÷ 2,5) = ln 1,2
    expect([index.idf(1), index.idf(undefined), index.idf(99)].map((idf) => idf.toFixed(9))).toEqual(
      new Array(3).fill(Math.log(6).toFixed(9)),
    );
    expect(index.idf(0)).toBeCloseTo(Math.log(1.2), 12);
    expect([index.has(0), index.has(1), index.has(undefined)]).toEqual([true, false, false]);
  });

  it('knows which documents hold a term', () => {
    const index = openBm25(build([[0], [1], [0, 1]], 2));
    expect([0, 1, 2].map((document) => index.contains(document, 0))).toEqual([true, false, true]);
    expect(index.contains(1, undefined)).toBe(false);
  });
});
