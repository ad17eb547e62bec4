import { BODY, type DocumentWords, isWhole, TITLE } from './document-words.ts';
import { dotRow } from './dot-row.ts';
import { dot, type MeaningData } from './meaning-data.ts';
import { toUnit } from './unit-vector.ts';
import type { WordMatrix } from './word-matrix.ts';

/** Cosines of a question with the pieces of a document. */
export type MeaningScorer = {
  /** Best of the sentences of a document, each under its title, and of the title alone; -1 to 1. */
  scoreSentences(document: number): number;
  /** Of the title alone, beside the other titles. */
  scoreTitle(document: number): number;
};

/** A question as a direction: the sum of the vectors of its words by their rarity, made unit. */
export type EmbedQuestion = (
  words: readonly string[],
  findVector: (word: string) => Float32Array | undefined,
) => Float32Array | undefined;

/**
 * Builds what places a question among the pieces of the documents.
 * @param weighStem weight of a word that the documents do not write so: that of its stem
 */
export function createQuestionEmbedder(
  words: DocumentWords,
  { weights }: MeaningData,
  weighStem: (word: string) => number,
): EmbedQuestion {
  const numbers = new Map(words.words.map((word, number) => [word, number]));
  return (texts, findVector) => {
    let sum: Float32Array | undefined;
    for (const text of texts) {
      const vector = findVector(text);
      if (vector === undefined) continue;
      const weight = weights[numbers.get(text) ?? -1] ?? weighStem(text);
      sum ??= new Float32Array(vector.length);
      for (let d = 0; d < vector.length; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
    }
    return sum && toUnit(sum);
  };
}

/** Builds the scorer of one question, a unit vector. Products of words are computed once, when first met. */
export function createMeaningScorer(
  words: DocumentWords,
  data: MeaningData,
  matrix: WordMatrix,
  vector: Float32Array,
): MeaningScorer {
  const products = new Float64Array(matrix.rows.length / matrix.dimension).fill(Number.NaN);
  const sumProducts = (from: number, to: number): number => {
    let sum = 0;
    for (let place = from; place < to; place += 1) {
      const token = words.tokens[place] as number;
      if (isWhole(token)) continue;
      const row = matrix.rowOf[token] as number;
      if (row < 0) continue;
      let product = products[row] as number;
      if (Number.isNaN(product)) {
        product = dotRow(matrix.rows, row, vector);
        products[row] = product;
      }
      sum += product * (data.weights[token] as number);
    }
    return sum;
  };
  const sumPiece = (piece: number): number => sumProducts(words.pieces[piece] ?? 0, words.pieces[piece + 1] ?? 0);
  const toCosine = createCentring(data.centre, vector);
  const toTitleCosine = createCentring(data.titleCentre, vector);
  return {
    scoreTitle(document) {
      const piece = (words.documents[document] ?? 0) + TITLE;
      const length = data.lengths[piece] ?? 0;
      return length === 0 ? 0 : toTitleCosine(sumPiece(piece) / length, data.titleOnCentre[document] ?? 0);
    },
    scoreSentences(document) {
      const first = words.documents[document] ?? 0;
      const title = sumPiece(first + TITLE);
      const score = (piece: number, sum: number): number => {
        const length = data.lengths[piece] ?? 0;
        return length === 0 ? 0 : toCosine(sum / length, data.onCentre[piece] ?? 0);
      };
      let best = score(first + TITLE, title);
      for (let piece = first + BODY; piece < (words.documents[document + 1] ?? 0); piece += 1) {
        best = Math.max(best, score(piece, title + sumPiece(piece)));
      }
      return best;
    },
  };
}

/**
 * Cosine of two unit vectors once the centre is taken off both, from their products alone:
 * (a − c)·(b − c) ÷ (|a − c| |b − c|).
 */
function createCentring(centre: Float32Array, vector: Float32Array): (product: number, onCentre: number) => number {
  const square = dot(centre, centre);
  const onVector = dot(centre, vector);
  const length = Math.sqrt(Math.max(1 - 2 * onVector + square, 0));
  return (product, onCentre) => {
    const divisor = length * Math.sqrt(Math.max(1 - 2 * onCentre + square, 0));
    return divisor < 1e-6 ? 0 : (product - onCentre - onVector + square) / divisor;
  };
}
