import { describe, expect, it } from 'vitest';
import { computeConfidence, createShareFound } from './confidence.ts';
import { createQueryExpander } from './expand-query.ts';
import { buildIndexData } from './index-data.ts';
import { openLexicalIndex } from './lexical-index.ts';
import { createTokenizer } from './tokenize.ts';

const lexique = {
  motsVides: { francais: ['le', 'la', 'les', 'de', 'et'], anglais: ['the'] },
  abreviations: { sigles: [], familier: [] },
  synonymes: { courants: [{ mots: ['toubib'], vers: ['médecin'] }], anglais: [] },
};
const tokenizer = createTokenizer(lexique.motsVides);
const lexical = openLexicalIndex(
  buildIndexData(
    [
      { id: 'a', titre: 'Avance', corps: 'la caisse' },
      { id: 'b', titre: 'Solde', corps: 'la caisse et le médecin' },
    ],
    tokenizer,
  ),
);
const expand = createQueryExpander({ lexique, tokenizer, lexical });

function shareFound(query: string, document: number): number {
  return createShareFound(expand(query), lexical)(document);
}

describe('createShareFound', () => {
  // idf, two documents: in one ln 2 = 0,69315; in both ln 1,2 = 0,18232; in none ln 6 = 1,79176.
  it.each([
    ['avance', 0, 1],
    ['avance', 1, 0],
    // 0,18232 ÷ (0,18232 + 0,69315)
    ['avance caisse', 1, 0.20826],
    // A word of no document weighs most: 0,69315 ÷ (0,69315 + 1,79176)
    ['avance tarte', 0, 0.27894],
    // What the word stands for counts, a little less than the word: 0,8
    ['toubib', 1, 0.8],
    ['toubib', 0, 0],
    // The asker's own number says nothing of the subject.
    ['avance 32000', 0, 1],
    ['', 0, 0],
  ])('of « %s » in document %d is %d', (query, document, expected) => {
    expect(shareFound(query, document)).toBeCloseTo(expected, 4);
  });
});

describe('computeConfidence', () => {
  it.each([
    // 0,7 × 0,5 + 0,3 × 0,4
    [0.5, [0.1, 0.4], 0.47],
    [1, [1.0000001, 1], 1],
    [0, [-0.3, -0.1], 0],
    [0.5, [], 0.5],
  ])('of a share of %d and cosines %j is %d', (share, cosines, expected) => {
    expect(computeConfidence(share, cosines)).toBeCloseTo(expected, 6);
  });
});
