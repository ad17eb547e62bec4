import type { RetrievalIndex, VectorIndex } from './build-index.ts';
import type { ExpandedQuery } from './expand-query.ts';
import { type ScoredView, TOP } from './fuse.ts';
import { toCentred } from './unit-vector.ts';
import type { VectorView } from './vector-view.ts';

/** What a view found: its scores, and the documents (positions) worth weighing. */
type ViewResult = ScoredView & { readonly candidates: readonly number[] };

/** Sentences looked at to find the best fifty documents by their best sentence. */
const SENTENCES = 4 * TOP;

/** Scores of a question in each view; the vector views are absent without an embedder or a known word. */
export type ViewResults = {
  readonly lexical: ViewResult;
  readonly vector?: ViewResult;
  readonly sentence?: ViewResult;
};

/** Weight of each vector view beside the lexical one when the vocabulary covers the whole question. */
const VECTOR_WEIGHTS = { vector: 0.2, sentence: 0.3 } as const;

/** Asks every view; `allow` keeps documents. */
export function searchViews(index: RetrievalIndex, query: ExpandedQuery, allow?: (id: string) => boolean): ViewResults {
  const lexical = searchLexical(index, query, allow);
  const { vectors } = index;
  if (vectors === undefined) return { lexical };
  const coverage = vectors.embedder.coverage?.(query.text, vectors.weight) ?? 1;
  const [embedded] = vectors.embedder.embed([query.text], vectors.weight);
  if (coverage === 0 || embedded === undefined) return { lexical };
  return {
    lexical,
    vector: searchPassages(index, vectors.passages, embedded, coverage * VECTOR_WEIGHTS.vector, allow),
    sentence: searchSentences(index, vectors, embedded, coverage * VECTOR_WEIGHTS.sentence, allow),
  };
}

function searchLexical(index: RetrievalIndex, query: ExpandedQuery, allow?: (id: string) => boolean): ViewResult {
  const scores = index.lexical.score(query.terms);
  const found: number[] = [];
  let allowed = 0;
  for (const [position, { id }] of index.documents.entries()) {
    if (allow !== undefined && !allow(id)) continue;
    allowed += 1;
    if ((scores[position] ?? 0) > 0) found.push(position);
  }
  found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const candidates = found.slice(0, TOP);
  const top = candidates.map((position) => scores[position] ?? 0);
  // Documents without any of the words are part of what is ordinary: one document found among many stands out.
  while (top.length < Math.min(TOP, allowed)) top.push(0);
  return { top, candidates, weight: 1, score: (document) => scores[document] ?? 0 };
}

function searchPassages(
  index: RetrievalIndex,
  view: VectorView,
  embedded: Float32Array,
  weight: number,
  allow?: (id: string) => boolean,
): ViewResult {
  const vector = toCentred(embedded, view.centre);
  const neighbours = view.index.search(vector, TOP, allow);
  return {
    top: neighbours.map(({ similarity }) => similarity),
    candidates: neighbours.flatMap(({ id }) => index.positions.get(id) ?? []),
    weight,
    score: (document) => view.index.similarity(vector, index.documents[document]?.id ?? '') ?? 0,
  };
}

function searchSentences(
  index: RetrievalIndex,
  vectors: VectorIndex,
  embedded: Float32Array,
  weight: number,
  allow?: (id: string) => boolean,
): ViewResult {
  const { sentences, sentenceIds, documentOf } = vectors;
  const vector = toCentred(embedded, sentences.centre);
  const allowSentence = allow && ((id: string) => allow(documentOf.get(id) ?? ''));
  const best = new Map<number, number>();
  for (const { id, similarity } of sentences.index.search(vector, SENTENCES, allowSentence)) {
    const document = index.positions.get(documentOf.get(id) ?? '');
    if (document !== undefined && !best.has(document)) best.set(document, similarity);
  }
  const top = [...best].slice(0, TOP);
  return {
    top: top.map(([, similarity]) => similarity),
    candidates: top.map(([document]) => document),
    weight,
    score: (document) => best.get(document) ?? computeBest(sentences, sentenceIds, vector, index, document),
  };
}

function computeBest(
  sentences: VectorView,
  sentenceIds: ReadonlyMap<string, readonly string[]>,
  vector: Float32Array,
  index: RetrievalIndex,
  document: number,
): number {
  let best = -1;
  for (const id of sentenceIds.get(index.documents[document]?.id ?? '') ?? []) {
    best = Math.max(best, sentences.index.similarity(vector, id) ?? -1);
  }
  return best;
}
