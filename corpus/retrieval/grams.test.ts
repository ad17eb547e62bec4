import { describe, expect, it } from 'vitest';
import { openGramIndex } from './gram-index.ts';
import { listWordGrams, toGrams } from './grams.ts';
import { buildIndexData } from './index-data.ts';
import { createTokenizer } from './tokenize.ts';

describe('toGrams', () => {
  it.each([
    ['msp', ['_msp', 'msp_']],
    ['an', ['_an_']],
    ['é', ['_e_']],
    ['avance', ['_ava', 'avan', 'vanc', 'ance', 'nce_']],
  ])('cuts « %s » into %j', (word, grams) => {
    expect(toGrams(word)).toEqual(grams);
  });

  it('numbers grams once, in the order of the words', () => {
    const { texts, starts, grams } = listWordGrams(['avance', 'avances']);
    expect(Array.from(grams.subarray(starts[1], starts[2]), (gram) => texts[gram])).toEqual(toGrams('avances'));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('openGramIndex', () => {
  const documents = [
    { id: 'a', titre: 'Surveillance', corps: 'La caisse contrôle.' },
    { id: 'b', titre: 'Avance', corps: 'Une surveillance a lieu.' },
    { id: 'c', titre: 'Solde', corps: 'Le mois suivant.' },
  ];
  const index = openGramIndex(buildIndexData(documents, createTokenizer({ francais: ['la', 'le'], anglais: ['the'] })));

  it.each(['surveiller', 'survellance', 'SURVEILLÉE'.toLowerCase()])('finds « %s » by its letters', (word) => {
    const [first = 0, second = 0, third] = index.score([{ word, weight: 1 }]);
    expect(Math.min(first, second)).toBeGreaterThan(0);
    expect(third).toBe(0);
    const [title = 0, other = 0] = index.scoreTitles([{ word, weight: 1 }]);
    expect(title).toBeGreaterThan(other);
  });
});
