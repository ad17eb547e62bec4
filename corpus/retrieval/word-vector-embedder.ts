import { createHash } from 'node:crypto';
import type { Embedder } from './embedder.ts';
import type { Lexique } from './lexique.ts';
import type { WordVectors } from './load-word-vectors.ts';
import { createTokenizer, dropAccents, type Tokenizer } from './tokenize.ts';
import { toUnit } from './unit-vector.ts';

/** Changes when the way of making a vector from words changes. */
const METHOD = 'mots-2';

/** Occurrences at which half of a vector is to be trusted: a word seen a few times only has one nearly at random. */
const HALF_TRUSTED = 100;

/**
 * The offline embedder: the vector of each word of a vocabulary.
 * An acronym is placed where its full words are, since the vocabulary has few of them.
 */
export function createWordVectorEmbedder(
  vectors: WordVectors,
  lexique: Pick<Lexique, 'motsVides' | 'abreviations'>,
  tokenizer: Tokenizer = createTokenizer(lexique.motsVides),
): Embedder {
  const { dimension, rows, counts } = vectors;
  const sigles = toSigleWords(lexique, tokenizer);
  const findRow = createRowFinder(vectors.words);

  function addRow(sum: Float32Array, row: number): void {
    const start = row * dimension;
    const factor = computeInverseNorm(rows, start, dimension);
    for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + factor * (rows[start + d] ?? 0);
  }

  function findRows(word: string): readonly number[] {
    return (sigles.get(word) ?? [word]).flatMap((part) => findRow(part) ?? []);
  }

  return {
    id: `${vectors.id}/${METHOD}/${hashOf([lexique.motsVides, lexique.abreviations])}`,
    dimension,
    vector(word) {
      const found = findRows(word);
      if (found.length === 0) return undefined;
      const sum = new Float32Array(dimension);
      for (const row of found) addRow(sum, row);
      return toUnit(sum);
    },
    trust(word) {
      const seen = findRows(word).map((row) => counts[row] ?? 0);
      const least = seen.length === 0 ? 0 : Math.min(...seen);
      return least / (least + HALF_TRUSTED);
    },
  };
}

function toSigleWords(lexique: Pick<Lexique, 'abreviations'>, tokenizer: Tokenizer): Map<string, readonly string[]> {
  const sigles = new Map<string, readonly string[]>();
  for (const { sigle, developpe } of lexique.abreviations.sigles) {
    sigles.set(sigle.toLowerCase(), tokenizer.contentWords(developpe.join(' ; ')));
  }
  return sigles;
}

/** Looks a word up as written, then without accents, for those who type none. */
function createRowFinder(words: readonly string[]): (word: string) => number | undefined {
  const exact = new Map(words.map((word, row) => [word, row]));
  let plain: Map<string, number> | undefined;
  return (word) => {
    const row = exact.get(word);
    if (row !== undefined) return row;
    if (plain === undefined) {
      plain = new Map();
      for (const [position, known] of words.entries()) {
        const key = dropAccents(known);
        if (key !== known && !plain.has(key)) plain.set(key, position);
      }
    }
    return plain.get(dropAccents(word));
  };
}

function computeInverseNorm(rows: Int8Array, start: number, dimension: number): number {
  let square = 0;
  for (let d = start; d < start + dimension; d += 1) square += (rows[d] ?? 0) ** 2;
  return square === 0 ? 0 : 1 / Math.sqrt(square);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
