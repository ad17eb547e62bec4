import { type DocumentWords, MARKS, toWord } from './document-words.ts';
import type { ExpandedQuery, QueryGroup } from './expand-query.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { WordMatrix } from './word-matrix.ts';

/** Words of a smaller cosine say something else; the others count by their cosine. */
const LEAST_COSINE = 0.6;

/** Share of a question that the best sentence of a document answers to, word by word; 0 to 1. */
export type SoftMatcher = (document: number) => number;

/** What the matching of words reads. */
export type SoftMatchParts = {
  readonly words: DocumentWords;
  readonly lexical: LexicalIndex;
  /** Absent without an embedder: words then match by their stems and what they stand for alone. */
  readonly matrix?: WordMatrix;
  readonly findVector?: (word: string) => Float32Array | undefined;
};

/**
 * Builds the matching of questions with sentences: each word of the question counts for its rarity, as far as its
 * nearest word of the sentence says the same (1 for a word of the same stem, less for a synonym or a neighbour in
 * meaning). A word whose vector is not known matches by its stem, so that nothing is lost far from the vocabulary.
 */
export function createSoftMatching(parts: SoftMatchParts): (query: ExpandedQuery) => SoftMatcher {
  const { words, lexical } = parts;
  const listStemWords = groupByStem(words);
  return (query) => {
    const matches = new Map<number, { readonly group: number; readonly likeness: number }[]>();
    const masses: number[] = [];
    let total = 0;
    for (const group of query.groups) {
      const mass = computeMass(group, lexical);
      if (mass === 0) continue;
      for (const [word, likeness] of listLikenesses(group, parts, listStemWords)) {
        const same = matches.get(word);
        if (same === undefined) matches.set(word, [{ group: masses.length, likeness }]);
        else same.push({ group: masses.length, likeness });
      }
      masses.push(mass);
      total += mass;
    }
    const best = new Float64Array(masses.length);
    return (document) => {
      let most = 0;
      const first = words.documents[document] ?? 0;
      for (let piece = first; piece < (words.documents[document + 1] ?? 0); piece += 1) {
        best.fill(0);
        for (let place = words.pieces[piece] ?? 0; place < (words.pieces[piece + 1] ?? 0); place += 1) {
          for (const { group, likeness } of matches.get(toWord(words.tokens[place] ?? 0)) ?? []) {
            if (likeness > (best[group] ?? 0)) best[group] = likeness;
          }
        }
        let sum = 0;
        for (const [group, mass] of masses.entries()) sum += mass * (best[group] ?? 0);
        most = Math.max(most, piece === first + MARKS ? sum * MARKS_SHARE : sum);
      }
      return total === 0 ? 0 : most / total;
    };
  };
}

/** Keywords are no sentence: that they all answer the question says less. */
const MARKS_SHARE = 0.8;

/** Rarity of the word of a group, or of what it stands for when no document has the word. */
export function computeMass({ own, variants }: QueryGroup, lexical: LexicalIndex): number {
  if (own !== undefined && lexical.has(own.stem)) return lexical.idf(own.stem);
  // Numbers that no document holds are the asker's own case, not a subject.
  if (own !== undefined && /^\d+$/.test(own.word)) return 0;
  const known = variants.flatMap(({ stems }) => stems).filter((stem) => lexical.has(stem));
  if (known.length === 0) return lexical.idf(own?.stem ?? '');
  return Math.max(...known.map((stem) => lexical.idf(stem)));
}

function listLikenesses(
  { own, variants }: QueryGroup,
  { matrix, findVector }: SoftMatchParts,
  listStemWords: (stem: string) => readonly number[],
): ReadonlyMap<number, number> {
  const likenesses = new Map<number, number>();
  const keep = (word: number, likeness: number): void => {
    if (likeness > (likenesses.get(word) ?? 0)) likenesses.set(word, likeness);
  };
  const vector = own && findVector?.(own.word);
  if (vector !== undefined) {
    for (const { word, cosine } of matrix?.findNeighbours(vector, LEAST_COSINE) ?? []) keep(word, cosine);
  }
  for (const { stems, weight } of variants) {
    for (const stem of stems) for (const word of listStemWords(stem)) keep(word, weight / Math.sqrt(stems.length));
  }
  if (own !== undefined) for (const word of listStemWords(own.stem)) keep(word, 1);
  return likenesses;
}

function groupByStem({ stems, stemOf }: DocumentWords): (stem: string) => readonly number[] {
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  const words: number[][] = stems.map(() => []);
  for (const [word, stem] of stemOf.entries()) words[stem]?.push(word);
  return (stem) => words[numbers.get(stem) ?? -1] ?? [];
}
