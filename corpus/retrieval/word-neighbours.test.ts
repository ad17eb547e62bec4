import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDistance, createWordNeighbours } from './word-neighbours.ts';

describe('computeDistance', () => {
  it.each([
    ['avenant', 'avenant', 0],
    ['avenant', 'avennant', 1],
    ['avenant', 'avnant', 1],
    ['avenant', 'avemant', 1],
    ['avenant', 'aveannt', 1],
    ['financement', 'finencemant', 2],
    ['', 'abc', 3],
  ])('between « %s » and « %s » is %d', (a, b, distance) => {
    expect(computeDistance(a, b)).toBe(distance);
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(computeDistance(a, b)).toBe(computeDistance(b, a));
      }),
    );
  });
});

describe('createWordNeighbours', () => {
  const vocabulary = ['amorcage', 'avance', 'avances', 'carte', 'delai', 'financement', 'msp', 'prevention', '2022'];
  const find = createWordNeighbours(vocabulary);

  it.each([
    ['amorsage', ['amorcage']],
    ['finencemant', ['financement']],
    ['pervention', ['prevention']],
    ['dalei', []],
    ['avence', ['avance']],
    // Two errors are too many for a short word, and a short word must begin alike.
    ['evence', []],
    ['tarte', []],
    ['mps', []],
    ['2023', []],
    ['zzzzzzzz', []],
  ])('reads « %s » as %j', (word, expected) => {
    expect(find(word, 3).map((neighbour) => neighbour.word)).toEqual(expected);
  });

  it('keeps the nearest only, at most `limit`, in alphabetical order', () => {
    expect(find('avancee', 3)).toEqual([
      { word: 'avance', distance: 1 },
      { word: 'avances', distance: 1 },
    ]);
    expect(find('avancee', 1)).toEqual([{ word: 'avance', distance: 1 }]);
  });

  it('finds every word at one error, whatever the error (the trigrams lose none)', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', 'e', ''), (right, at, letter) => {
        const place = 1 + (at % (right.length - 1));
        const wrong = right.slice(0, place) + letter + right.slice(place + 1);
        fc.pre(wrong.length >= 4);
        expect(createWordNeighbours([right])(wrong, 1).map((found) => found.word)).toEqual([right]);
      }),
    );
  });
});
