import { describe, expect, it } from 'vitest';
import type { Embedder } from './embedder.ts';
import { createQueryExpander } from './expand-query.ts';
import { buildIndexData } from './index-data.ts';
import { openLexicalIndex } from './lexical-index.ts';
import { createSoftMatching } from './soft-match.ts';
import { createTokenizer } from './tokenize.ts';
import { createWordMatrix } from './word-matrix.ts';

const lexique = {
  motsVides: { francais: ['le', 'la', 'de'], anglais: ['the'] },
  abreviations: { sigles: [], familier: [] },
  synonymes: { courants: [{ mots: ['toubib'], vers: ['médecin'] }], anglais: [] },
};
const tokenizer = createTokenizer(lexique.motsVides);
const documents = [
  { id: 'apart', titre: 'Divers', corps: 'La caisse verse un montant chaque année. Le médecin répond aux questions.' },
  { id: 'together', titre: 'Divers', corps: 'La caisse répond au médecin. Une autre phrase dit tout autre chose.' },
  { id: 'near', titre: 'Divers', corps: 'Le praticien répond à la caisse sans attendre.' },
  { id: 'marks', titre: 'Divers', corps: 'Rien.', motsCles: ['caisse', 'médecin'] },
];
/** « praticien » is near « médecin »: 0.8; other words are at right angles. */
const PLACES = new Map([
  ['médecin', [1, 0]],
  ['praticien', [0.8, 0.6]],
]);
const embedder: Embedder = {
  id: 'jouet',
  dimension: 2,
  vector(word) {
    const place = PLACES.get(word);
    return place && Float32Array.from(place);
  },
  trust: () => 1,
};
const data = buildIndexData(documents, tokenizer);
const lexical = openLexicalIndex(data);
const expand = createQueryExpander({ lexique, tokenizer, lexical });
const match = createSoftMatching({
  words: data.words,
  lexical,
  matrix: createWordMatrix(data.words, embedder),
  findVector: embedder.vector,
});
// idf, four documents: « caisse » in all, ln(1 + 0,5 ÷ 4,5) = 0,10536; « médecin » in three, ln(1 + 1,5 ÷ 3,5) = 0,35667.
const [CAISSE, MEDECIN] = [Math.log(1 + 0.5 / 4.5), Math.log(1 + 1.5 / 3.5)];
const TOTAL = CAISSE + MEDECIN;

describe('createSoftMatching', () => {
  it.each([
    ['caisse médecin', 0, MEDECIN / TOTAL],
    ['caisse médecin', 1, 1],
    // The neighbour counts by its cosine.
    ['caisse médecin', 2, (CAISSE + 0.8 * MEDECIN) / TOTAL],
    // Marks are no sentence.
    ['caisse médecin', 3, 0.8],
    // What a word stands for counts a little less than the word.
    ['toubib', 1, 0.8],
    // A word of no document weighs most: ln(1 + 4,5 ÷ 0,5).
    ['caisse tarte', 1, CAISSE / (CAISSE + Math.log(10))],
    ['', 1, 0],
  ])('of « %s » in document %d is %d', (query, document, expected) => {
    expect(match(expand(query))(document)).toBeCloseTo(expected, 6);
  });
});
