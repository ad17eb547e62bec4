import type { DocumentWords } from './document-words.ts';
import { dotRow } from './dot-row.ts';
import type { Embedder } from './embedder.ts';

/** Vectors of the words of the documents that the embedder knows. */
export type WordMatrix = {
  readonly dimension: number;
  /** Row of each word; -1 for one that is not known. */
  readonly rowOf: Int32Array;
  readonly rows: Float32Array;
  /** Word of each row. */
  readonly wordOf: Uint32Array;
  /**
   * Words whose vectors make a small angle with this one, with the cosine.
   * @param least the smallest cosine kept, 0.6 or more
   */
  findNeighbours(vector: Float32Array, least: number): readonly { readonly word: number; readonly cosine: number }[];
};

/**
 * Signs that may differ between two vectors of a cosine of 0.6 or more: of 128 random ones, 38 do, give or take 5. Rows
 * beyond are not compared further, which spares 98 % of the products.
 */
const MOST_DIFFERENT = 47 / 128;
/** The same in the first half, which is looked at first: of 64, 19 differ, give or take 4. */
const MOST_IN_HALF = 28 / 64;

/** Fewer signs than this tell too little: every row is compared. */
const LEAST_SIGNS = 64;

/** Looks the vector of every word up. */
export function createWordMatrix({ words }: Pick<DocumentWords, 'words'>, embedder: Embedder): WordMatrix {
  const { dimension } = embedder;
  const rowOf = new Int32Array(words.length).fill(-1);
  const known: Float32Array[] = [];
  const wordOf: number[] = [];
  for (const [word, text] of words.entries()) {
    const vector = embedder.vector(text);
    if (vector === undefined) continue;
    rowOf[word] = known.length;
    known.push(vector);
    wordOf.push(word);
  }
  const rows = new Float32Array(known.length * dimension);
  for (const [row, vector] of known.entries()) rows.set(vector, row * dimension);
  const findNear = dimension < LEAST_SIGNS ? () => wordOf.keys() : createSignFilter(rows, dimension);
  return {
    dimension,
    rowOf,
    rows,
    wordOf: Uint32Array.from(wordOf),
    findNeighbours(vector, least) {
      const neighbours: { word: number; cosine: number }[] = [];
      for (const row of findNear(vector)) {
        const cosine = dotRow(rows, row, vector);
        if (cosine >= least) neighbours.push({ word: wordOf[row] ?? 0, cosine });
      }
      return neighbours;
    },
  };
}

/** Keeps one bit a value (its sign beside the mean), and compares the bits first. */
function createSignFilter(rows: Float32Array, dimension: number): (vector: Float32Array) => readonly number[] {
  const count = rows.length / dimension;
  const words = Math.ceil(dimension / 32);
  const means = new Float32Array(dimension);
  for (let place = 0; place < rows.length; place += 1) {
    means[place % dimension] = (means[place % dimension] ?? 0) + (rows[place] ?? 0) / count;
  }
  const sign = (values: Float32Array, start: number, into: Uint32Array, at: number): void => {
    for (let d = 0; d < dimension; d += 1) {
      if ((values[start + d] ?? 0) > (means[d] ?? 0))
        into[at + (d >> 5)] = (into[at + (d >> 5)] ?? 0) | (1 << (d & 31));
    }
  };
  const signs = new Uint32Array(count * words);
  for (let row = 0; row < count; row += 1) sign(rows, row * dimension, signs, row * words);
  const most = Math.ceil(dimension * MOST_DIFFERENT);
  const half = words >> 1;
  const mostInHalf = Math.ceil(half * 32 * MOST_IN_HALF);
  return (vector) => {
    const wanted = new Uint32Array(words);
    sign(vector, 0, wanted, 0);
    const near: number[] = [];
    // Read without defaults, as in dot-row.ts: this loop is the hottest but one.
    for (let row = 0, place = 0; row < count; row += 1, place += words) {
      let different = 0;
      for (let w = 0; w < half; w += 1) different += countBits((signs[place + w] as number) ^ (wanted[w] as number));
      if (different > mostInHalf) continue;
      for (let w = half; w < words; w += 1)
        different += countBits((signs[place + w] as number) ^ (wanted[w] as number));
      if (different <= most) near.push(row);
    }
    return near;
  };
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
