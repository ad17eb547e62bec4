import type { IndexData } from './index-data.ts';
import { type Bm25, openBm25 } from './postings.ts';
import { dropAccents } from './tokenize.ts';

/** A term to look for and how much it counts: 1 for a word of the question, less for a guess about it. */
export type WeightedTerm = { readonly stem: string; readonly weight: number };

/** The inverted index of all documents; `document` is a position in the list it was built from. */
export type LexicalIndex = {
  readonly size: number;
  /** BM25 of every document for these terms; 0 where none occurs. */
  score(terms: readonly WeightedTerm[]): Float32Array;
  /** The same on titles alone, which have an idf of their own. */
  scoreTitles(terms: readonly WeightedTerm[]): Float32Array;
  /** Inverse document frequency in whole documents; a term seen nowhere has the highest one. */
  idf(stem: string): number;
  /** Whether a document holds the term, in any field. */
  contains(document: number, stem: string): boolean;
  /** Whether any document holds the term. */
  has(stem: string): boolean;
  /** Words of the documents, without accents, with the stem they are indexed under. */
  readonly words: ReadonlyMap<string, string>;
};

/** What headings, keywords and names add to the whole document, where they stand too. */
const MARKS_WEIGHT = 0.5;

/** Opens the index of stems. */
export function openLexicalIndex({ words, postings }: Pick<IndexData, 'words' | 'postings'>): LexicalIndex {
  const numbers = new Map(words.stems.map((stem, number) => [stem, number]));
  const [all, title, marks] = [openBm25(postings.all), openBm25(postings.title), openBm25(postings.marks)];
  const size = postings.all.lengths.length;
  const addTerms = (
    scores: Float32Array,
    field: Bm25,
    terms: readonly WeightedTerm[],
    factor: number,
  ): Float32Array => {
    for (const { stem, weight } of terms) {
      const number = numbers.get(stem);
      if (number !== undefined) field.add(scores, number, weight * factor);
    }
    return scores;
  };
  let plainWords: ReadonlyMap<string, string> | undefined;
  return {
    size,
    get words() {
      plainWords ??= new Map(
        words.words.map((word, n) => [dropAccents(word), words.stems[words.stemOf[n] ?? 0] ?? '']),
      );
      return plainWords;
    },
    idf: (stem) => all.idf(numbers.get(stem)),
    has: (stem) => all.has(numbers.get(stem)),
    contains: (document, stem) => all.contains(document, numbers.get(stem)),
    score: (terms) => addTerms(addTerms(new Float32Array(size), all, terms, 1), marks, terms, MARKS_WEIGHT),
    scoreTitles: (terms) => addTerms(new Float32Array(size), title, terms, 1),
  };
}
