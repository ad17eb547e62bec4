import { describe, expect, it } from 'vitest';
import { BODY, readDocumentWords, TITLE } from './document-words.ts';
import { dotRow } from './dot-row.ts';
import type { Embedder } from './embedder.ts';
import { buildMeaningData } from './meaning-data.ts';
import { createMeaningScorer, createQuestionEmbedder } from './meaning-index.ts';
import { createTokenizer } from './tokenize.ts';
import { toCentred, toUnit } from './unit-vector.ts';
import { createWordMatrix } from './word-matrix.ts';

const tokenizer = createTokenizer({ francais: ['le', 'la', 'de'], anglais: ['the'] });
const DIMENSION = 8;

/** Vectors that depend on the letters of a word; words that begin with z are not known. */
const embedder: Embedder = {
  id: 'lettres',
  dimension: DIMENSION,
  vector: (word) =>
    word.startsWith('z')
      ? undefined
      : toUnit(Float32Array.from({ length: DIMENSION }, (_, d) => ((word.codePointAt(d % word.length) ?? 0) % 17) - 8)),
  trust: () => 1,
};
const documents = [
  {
    id: 'a',
    titre: 'Avance annuelle',
    corps: 'La caisse verse une avance zut. Le solde vient plus tard, après contrôle.',
  },
  { id: 'b', titre: 'Solde', corps: 'Le reste du financement suit le contrôle de la caisse.' },
  { id: 'c', titre: '', corps: 'zut zou' },
];
const words = readDocumentWords(documents, tokenizer);
const matrix = createWordMatrix(words, embedder);
const data = buildMeaningData(words, matrix);
const weigh = (word: string) => data.weights[words.words.indexOf(word)] ?? 0;

/** The same thing with the vectors written out. */
function embedText(text: string): Float32Array {
  const sum = new Float32Array(DIMENSION);
  for (const word of tokenizer.contentWords(text)) {
    const vector = embedder.vector(word);
    for (let d = 0; d < DIMENSION; d += 1) sum[d] = (sum[d] ?? 0) + weigh(word) * (vector?.[d] ?? 0);
  }
  return toUnit(sum);
}

describe('createMeaningScorer', () => {
  const query = embedText('caisse contrôle avance');
  const scorer = createMeaningScorer(words, data, matrix, query);

  it('gives the cosines that whole vectors would, without keeping them', () => {
    const centre = Array.from(data.centre);
    const centred = toCentred(query, centre);
    const pieces = [
      'Avance annuelle',
      'Avance annuelle La caisse verse une avance zut',
      'Avance annuelle Le solde vient plus tard, après contrôle',
    ].map((text) => dotRow(toCentred(embedText(text), centre), 0, centred));
    expect(scorer.scoreSentences(0)).toBeCloseTo(Math.max(...pieces), 5);
    const titleCentre = Array.from(data.titleCentre);
    const title = dotRow(toCentred(embedText('Solde'), titleCentre), 0, toCentred(query, titleCentre));
    expect(scorer.scoreTitle(1)).toBeCloseTo(title, 5);
  });

  it('gives zero for a document of which no word is known', () => {
    expect([scorer.scoreSentences(2), scorer.scoreTitle(2)]).toEqual([0, 0]);
  });

  it('finds the pieces where they are', () => {
    expect([TITLE, BODY]).toEqual([0, 2]);
    expect(words.documents).toEqual(Uint32Array.of(0, 4, 7, 10));
  });
});

describe('createQuestionEmbedder', () => {
  const embed = createQuestionEmbedder(words, data, () => 1);

  it('weighs words as the documents do', () => {
    const vector = embed(['caisse', 'contrôle', 'avance'], embedder.vector) ?? new Float32Array();
    expect(Array.from(vector)).toEqual(Array.from(embedText('caisse contrôle avance')));
  });

  it('has nothing to say when no word is known', () => {
    expect(embed(['zut'], embedder.vector)).toBeUndefined();
  });
});

describe('findNeighbours', () => {
  it('finds nearly all the words that a whole comparison would, on 128 dimensions', () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32 - 0.5;
    };
    const centre = Float32Array.from({ length: 128 }, random);
    const list = Array.from({ length: 400 }, () => toUnit(centre.map((value) => value + random() * 1.2)));
    const names = list.map((_, n) => `mot${n}`);
    const many = createWordMatrix(
      { words: names },
      { id: 'x', dimension: 128, vector: (word) => list[Number(word.slice(3))], trust: () => 1 },
    );
    let [found, expected] = [0, 0];
    for (const vector of list.slice(0, 40)) {
      const neighbours = new Set(many.findNeighbours(vector, 0.6).map(({ word }) => word));
      for (const [n, other] of list.entries()) {
        if (dotRow(other, 0, vector) < 0.6) continue;
        expected += 1;
        if (neighbours.has(n)) found += 1;
      }
      for (const word of neighbours) expect(dotRow(list[word] ?? vector, 0, vector)).toBeGreaterThanOrEqual(0.6);
    }
    expect(found / expected).toBeGreaterThan(0.9);
  });
});
