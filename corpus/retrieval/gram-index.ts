import { toGrams } from './grams.ts';
import type { IndexData } from './index-data.ts';
import { openBm25 } from './postings.ts';

/** A word to look for by its letters, and how much it counts. */
export type WeightedWord = { readonly word: string; readonly weight: number };

/** The index of groups of letters: what finds an inflection, a derived word or a misspelt one. */
export type GramIndex = {
  /** BM25 of every document for the grams of these words. */
  score(words: readonly WeightedWord[]): Float32Array;
  /** What a document would score that held each gram of these words once, those that no document holds included. */
  computeMass(words: readonly WeightedWord[]): number;
  /** The same scores on titles alone. */
  scoreTitles(words: readonly WeightedWord[]): Float32Array;
};

/** Opens the index of grams. */
export function openGramIndex({ grams, postings }: Pick<IndexData, 'grams' | 'postings'>): GramIndex {
  const numbers = new Map(grams.texts.map((gram, number) => [gram, number]));
  const [all, title] = [openBm25(postings.allGrams), openBm25(postings.titleGrams)];
  const size = postings.allGrams.lengths.length;
  const score = (field: typeof all, words: readonly WeightedWord[]): Float32Array => {
    const scores = new Float32Array(size);
    for (const [gram, weight] of weighGrams(words)) {
      const number = numbers.get(gram);
      if (number !== undefined) field.add(scores, number, weight);
    }
    return scores;
  };
  return {
    score: (words) => score(all, words),
    scoreTitles: (words) => score(title, words),
    computeMass(words) {
      let mass = 0;
      for (const [gram, weight] of weighGrams(words)) mass += weight * all.idf(numbers.get(gram));
      return mass;
    },
  };
}

/** Each gram once, with its best weight. */
function weighGrams(words: readonly WeightedWord[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { word, weight } of words) {
    for (const gram of toGrams(word)) weights.set(gram, Math.max(weights.get(gram) ?? 0, weight));
  }
  return weights;
}
