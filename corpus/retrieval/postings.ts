import { computeRarity } from './rarity.ts';

/** Terms turned round: for each term, the documents that hold it and how often. Terms and documents are positions. */
export type Postings = {
  /** Where the documents of each term begin in the two lists below; one more than there are terms. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Uint8Array;
  /** Number of terms of each document. */
  readonly lengths: Uint32Array;
};

/** BM25 over postings. */
export type Bm25 = {
  /** Adds to `scores` the BM25 of every document that holds the term, times `weight`. */
  add(scores: Float32Array, term: number, weight: number): void;
  /** Inverse document frequency; a term that no document holds (or undefined) has the highest one. */
  idf(term: number | undefined): number;
  has(term: number | undefined): boolean;
  contains(document: number, term: number | undefined): boolean;
};

/** How fast repeating a word stops counting (k1 of BM25). */
const SATURATION = 1.2;
/** How much a long text is held against it: 0 not at all, 1 in proportion (b of BM25). */
const LENGTH_PENALTY = 0.75;
/** Occurrences are kept in one byte. */
const MOST = 255;

/**
 * Turns documents round in two passes, so that nothing but the result is kept.
 * @param visit gives each term of a document to `add`, and returns how long the document is
 */
export function buildPostings(
  documentCount: number,
  termCount: number,
  visit: (document: number, add: (term: number) => void) => number,
): Postings {
  const counted = new Uint32Array(termCount);
  const lengths = new Uint32Array(documentCount);
  const starts = new Uint32Array(termCount + 1);
  const touched: number[] = [];
  const add = (term: number): void => {
    if (counted[term] === 0) touched.push(term);
    counted[term] = (counted[term] ?? 0) + 1;
  };
  const forEachDocument = (keep: (document: number, term: number, count: number) => void): void => {
    for (let document = 0; document < documentCount; document += 1) {
      touched.length = 0;
      lengths[document] = visit(document, add);
      for (const term of touched) {
        keep(document, term, counted[term] ?? 0);
        counted[term] = 0;
      }
    }
  };
  forEachDocument((_, term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < termCount; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice(0, termCount);
  const documents = new Uint32Array(starts[termCount] ?? 0);
  const counts = new Uint8Array(documents.length);
  forEachDocument((document, term, count) => {
    const place = next[term] ?? 0;
    next[term] = place + 1;
    documents[place] = document;
    counts[place] = Math.min(count, MOST);
  });
  return { starts, documents, counts, lengths };
}

/** Opens postings for BM25. */
export function openBm25({ starts, documents, counts, lengths }: Postings): Bm25 {
  const termCount = starts.length - 1;
  const norms = computeNorms(lengths);
  const countDocuments = (term: number | undefined): number =>
    term === undefined || term >= termCount ? 0 : (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  const idf = (term: number | undefined): number => computeRarity(countDocuments(term), lengths.length);
  return {
    idf,
    has: (term) => countDocuments(term) > 0,
    contains(document, term) {
      if (term === undefined || countDocuments(term) === 0) return false;
      return includesSorted(documents, starts[term] ?? 0, starts[term + 1] ?? 0, document);
    },
    add(scores, term, weight) {
      const factor = weight * idf(term) * (SATURATION + 1);
      const end = starts[term + 1] ?? 0;
      for (let place = starts[term] ?? 0; place < end; place += 1) {
        // Read without defaults, as in dot-row.ts.
        const document = documents[place] as number;
        const count = counts[place] as number;
        scores[document] = (scores[document] as number) + (factor * count) / (count + (norms[document] as number));
      }
    },
  };
}

function computeNorms(lengths: Uint32Array): Float32Array {
  let total = 0;
  for (const length of lengths) total += length;
  const average = Math.max(total / Math.max(lengths.length, 1), 1);
  return Float32Array.from(
    lengths,
    (length) => SATURATION * (1 - LENGTH_PENALTY + (LENGTH_PENALTY * length) / average),
  );
}

function includesSorted(sorted: Uint32Array, from: number, to: number, value: number): boolean {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low < to && sorted[low] === value;
}
