import { isWhole, MARKS, TITLE, toWord, type DocumentWords as Words } from './document-words.ts';
import { computeRarity } from './rarity.ts';
import { toUnit } from './unit-vector.ts';
import type { WordMatrix } from './word-matrix.ts';

/**
 * Where the pieces of documents lie: a sentence goes with the title above it, for it rarely names its subject.
 * Vectors of pieces are not kept: products of words are summed when a question comes, and what is kept here divides them.
 */
export type MeaningData = {
  /** How much each word weighs: its rarity as written, ln(1 + (N − n + ½) ÷ (n + ½)). */
  readonly weights: Float32Array;
  /** Length of the sum of the words of each piece and its title, and cosine of that sum with the centre. */
  readonly lengths: Float32Array;
  readonly onCentre: Float32Array;
  /** Mean of the unit vectors of all pieces. */
  readonly centre: Float32Array;
  /** The same for titles alone, by document. */
  readonly titleOnCentre: Float32Array;
  readonly titleCentre: Float32Array;
};

/** Measures every piece. */
export function buildMeaningData(words: Words, matrix: WordMatrix): MeaningData {
  const weights = weighWords(words);
  const { dimension } = matrix;
  const count = words.pieces.length - 1;
  const lengths = new Float32Array(count);
  const [centre, titleCentre] = [new Float32Array(dimension), new Float32Array(dimension)];
  let total = 0;
  const documentCount = words.documents.length - 1;
  forEachPiece(words, matrix, weights, (piece, sum, isTitle) => {
    lengths[piece] = Math.sqrt(dot(sum, sum));
    toUnit(sum);
    addTo(centre, sum);
    total += 1;
    if (isTitle) addTo(titleCentre, sum);
  });
  divide(centre, total);
  divide(titleCentre, documentCount);
  const onCentre = new Float32Array(count);
  const titleOnCentre = new Float32Array(documentCount);
  forEachPiece(words, matrix, weights, (piece, sum, isTitle, document) => {
    toUnit(sum);
    onCentre[piece] = dot(sum, centre);
    if (isTitle) titleOnCentre[document] = dot(sum, titleCentre);
  });
  return { weights, lengths, onCentre, centre, titleOnCentre, titleCentre };
}

/** Unit vector of each document, all its pieces together; zeros when no word is known. */
export function embedDocuments(words: Words, matrix: WordMatrix, weights: Float32Array): readonly Float32Array[] {
  const vectors: Float32Array[] = [];
  for (let document = 0; document < words.documents.length - 1; document += 1) {
    const sum = new Float32Array(matrix.dimension);
    const [first, end] = [words.documents[document] ?? 0, words.documents[document + 1] ?? 0];
    addTokens(sum, words, matrix, weights, words.pieces[first] ?? 0, words.pieces[end] ?? 0);
    vectors.push(toUnit(sum));
  }
  return vectors;
}

function weighWords(words: Words): Float32Array {
  const documentCount = words.documents.length - 1;
  const counts = new Uint32Array(words.words.length);
  const last = new Int32Array(words.words.length).fill(-1);
  for (let document = 0; document < documentCount; document += 1) {
    const from = words.pieces[words.documents[document] ?? 0] ?? 0;
    const to = words.pieces[words.documents[document + 1] ?? 0] ?? 0;
    for (let place = from; place < to; place += 1) {
      const word = toWord(words.tokens[place] ?? 0);
      if (last[word] === document) continue;
      last[word] = document;
      counts[word] = (counts[word] ?? 0) + 1;
    }
  }
  return Float32Array.from(counts, (count) => computeRarity(count, documentCount));
}

function forEachPiece(
  words: Words,
  matrix: WordMatrix,
  weights: Float32Array,
  visit: (piece: number, sum: Float32Array, isTitle: boolean, document: number) => void,
): void {
  const title = new Float32Array(matrix.dimension);
  const sum = new Float32Array(matrix.dimension);
  for (let document = 0; document < words.documents.length - 1; document += 1) {
    const first = words.documents[document] ?? 0;
    title.fill(0);
    addTokens(title, words, matrix, weights, words.pieces[first] ?? 0, words.pieces[first + 1] ?? 0);
    for (let piece = first; piece < (words.documents[document + 1] ?? 0); piece += 1) {
      if (piece === first + MARKS) continue;
      sum.set(title);
      const isTitle = piece === first + TITLE;
      if (!isTitle) addTokens(sum, words, matrix, weights, words.pieces[piece] ?? 0, words.pieces[piece + 1] ?? 0);
      visit(piece, sum, isTitle, document);
    }
  }
}

function addTokens(
  sum: Float32Array,
  words: Words,
  { rowOf, rows, dimension }: WordMatrix,
  weights: Float32Array,
  from: number,
  to: number,
): void {
  for (let place = from; place < to; place += 1) {
    const token = words.tokens[place] ?? 0;
    if (isWhole(token)) continue;
    const start = (rowOf[token] ?? -1) * dimension;
    if (start < 0) continue;
    const weight = weights[token] ?? 0;
    for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + weight * (rows[start + d] ?? 0);
  }
}

function addTo(sum: Float32Array, vector: Float32Array): void {
  for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0);
}

function divide(vector: Float32Array, by: number): void {
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / Math.max(by, 1);
}

/** Product of two vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
