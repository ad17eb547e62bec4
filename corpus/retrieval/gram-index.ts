import { toGrams } from './grams.ts';
import type { IndexData } from './index-data.ts';
import { openBm25 } from './postings.ts';

/** A word to look for by its letters, and how much it counts. */
export type WeightedWord = { readonly word: string; readonly weight: number };

/** The index of groups of letters: what finds an inflection, a derived word or a misspelt one. */
export type GramIndex = {
  /** BM25 of every document for the grams of these words. */
  score(words: readonly WeightedWord[]): Float32Array;
  /** The same on titles alone. */
  scoreTitles(words: readonly WeightedWord[]): Float32Array;
};

/** Opens the index of grams. */
export function openGramIndex({ grams, postings }: Pick<IndexData, 'grams' | 'postings'>): GramIndex {
  const numbers = new Map(grams.texts.map((gram, number) => [gram, number]));
  const [all, title] = [openBm25(postings.allGrams), openBm25(postings.titleGrams)];
  const size = postings.allGrams.lengths.length;
  const score = (field: typeof all, words: readonly WeightedWord[]): Float32Array => {
    const scores = new Float32Array(size);
    for (const [gram, weight] of weighGrams(words, numbers)) field.add(scores, gram, weight);
    return scores;
  };
  return { score: (words) => score(all, words), scoreTitles: (words) => score(title, words) };
}

/** Each known gram once, with its best weight. */
function weighGrams(words: readonly WeightedWord[], numbers: ReadonlyMap<string, number>): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { word, weight } of words) {
    for (const gram of toGrams(word)) {
      const number = numbers.get(gram);
      if (number !== undefined) weights.set(number, Math.max(weights.get(number) ?? 0, weight));
    }
  }
  return weights;
}
