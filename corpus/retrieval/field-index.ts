/** How fast repeating a word stops counting (k1 of BM25). */
export const SATURATION = 1.2;
/** How much a long text is held against it: 0 not at all, 1 in proportion (b of BM25). */
export const LENGTH_PENALTY = 0.75;

/** A term to look for and how much it counts: 1 for a word of the question, less for a guess about it. */
export type WeightedTerm = { readonly stem: string; readonly weight: number };

/** The words of one field of one document: how often each stem occurs, and how many words there are in all. */
export type FieldTerms = { readonly counts: ReadonlyMap<string, number>; readonly length: number };

/** Inverted index of one field; `document` is a position in the list it was built from. */
export type FieldIndex = {
  /** Adds to `scores` the BM25 of every document, times `weight`. */
  addScores(scores: Float64Array, terms: readonly WeightedTerm[], weight: number): void;
  /** Inverse document frequency; a term seen nowhere has the highest one. */
  idf(stem: string): number;
  has(stem: string): boolean;
  contains(document: number, stem: string): boolean;
};

/** Documents of a term in ascending order, each with its saturated frequency (0 to k1 + 1). */
type Posting = { readonly documents: number[]; readonly frequencies: number[] };

/** Indexes one field for BM25. */
export function buildFieldIndex(texts: readonly FieldTerms[]): FieldIndex {
  const postings = new Map<string, Posting>();
  let total = 0;
  for (const { length } of texts) total += length;
  const average = Math.max(total / Math.max(texts.length, 1), 1);
  for (const [document, { counts, length }] of texts.entries()) {
    const norm = SATURATION * (1 - LENGTH_PENALTY + (LENGTH_PENALTY * length) / average);
    for (const [stem, count] of counts) {
      addPosting(postings, stem, document, (count * (SATURATION + 1)) / (count + norm));
    }
  }
  // ln(1 + (N − n + ½) ÷ (n + ½)): positive even for a term of every document.
  const idf = (stem: string): number => {
    const count = postings.get(stem)?.documents.length ?? 0;
    return Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
  };
  return {
    idf,
    has: (stem) => postings.has(stem),
    contains: (document, stem) => includesSorted(postings.get(stem)?.documents ?? [], document),
    addScores(scores, terms, weight) {
      for (const term of terms) {
        const posting = postings.get(term.stem);
        if (posting === undefined) continue;
        const factor = weight * term.weight * idf(term.stem);
        for (const [position, document] of posting.documents.entries()) {
          scores[document] = (scores[document] ?? 0) + factor * (posting.frequencies[position] ?? 0);
        }
      }
    },
  };
}

function addPosting(postings: Map<string, Posting>, stem: string, document: number, frequency: number): void {
  let posting = postings.get(stem);
  if (posting === undefined) {
    posting = { documents: [], frequencies: [] };
    postings.set(stem, posting);
  }
  posting.documents.push(document);
  posting.frequencies.push(frequency);
}

function includesSorted(sorted: readonly number[], value: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
