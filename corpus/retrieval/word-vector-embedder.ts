import { createHash } from 'node:crypto';
import type { Embedder, WordWeight } from './embedder.ts';
import type { Lexique } from './lexique.ts';
import type { WordVectors } from './load-word-vectors.ts';
import { createTokenizer, dropAccents, type Tokenizer } from './tokenize.ts';
import { toUnit } from './unit-vector.ts';

/** Changes when the way of making a vector from words changes. */
const METHOD = 'moyenne-1';

/** A word to look up and the weight it has in its text. */
type WeighedWord = { readonly word: string; readonly weight: number };

/**
 * The offline embedder: the mean of the unit vectors of the words, weighted by `weight`, made unit.
 * Acronyms are read in full, since the vocabulary has few of them.
 */
export function createWordVectorEmbedder(
  vectors: WordVectors,
  lexique: Pick<Lexique, 'motsVides' | 'abreviations'>,
  tokenizer: Tokenizer = createTokenizer(lexique.motsVides),
): Embedder {
  const sigles = toSigleWords(lexique, tokenizer);
  const findRow = createRowFinder(vectors.words);
  const inverseNorms = new Float64Array(vectors.words.length);
  const { dimension, rows } = vectors;

  function toWords(text: string, weight: WordWeight): WeighedWord[] {
    const words: WeighedWord[] = [];
    for (const word of tokenizer.contentWords(text)) {
      const full = sigles.get(word) ?? [word];
      // An acronym of every page says as little in full as in short, and no more because it is long.
      const most = weight(word) / Math.sqrt(full.length);
      for (const part of full) words.push({ word: part, weight: part === word ? most : Math.min(most, weight(part)) });
    }
    return words;
  }

  function addRow(sum: Float32Array, row: number, weight: number): void {
    const start = row * dimension;
    inverseNorms[row] ||= computeInverseNorm(rows, start, dimension);
    const factor = weight * (inverseNorms[row] ?? 0);
    for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + factor * (rows[start + d] ?? 0);
  }

  return {
    id: `${vectors.id}/${METHOD}/${hashOf([lexique.motsVides, lexique.abreviations])}`,
    dimension,
    embed(texts, weight = () => 1) {
      return texts.map((text) => {
        const sum = new Float32Array(dimension);
        for (const { word, weight: wordWeight } of toWords(text, weight)) {
          const row = findRow(word);
          if (row !== undefined) addRow(sum, row, wordWeight);
        }
        return toUnit(sum);
      });
    },
    coverage(text, weight = () => 1) {
      let [known, total] = [0, 0];
      for (const { word, weight: wordWeight } of toWords(text, weight)) {
        total += wordWeight;
        if (findRow(word) !== undefined) known += wordWeight;
      }
      return total === 0 ? 0 : known / total;
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
