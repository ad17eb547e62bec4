import { buildIndex, type RetrievalIndex } from './build-index.ts';
import { computeConfidence, createShareFound } from './confidence.ts';
import type { Embedder } from './embedder.ts';
import { createExactIndex } from './exact-index.ts';
import { createQueryExpander, type ExpandedQuery } from './expand-query.ts';
import { fuseViews } from './fuse.ts';
import type { Hnswlib } from './hnsw-index.ts';
import type { Lexique } from './lexique.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import { searchViews } from './search-index.ts';
import { createTokenizer, type Tokenizer } from './tokenize.ts';
import { computeMean, toCentred } from './unit-vector.ts';
import type { VectorView } from './vector-view.ts';

/** One document found, best first. */
export type Hit = {
  readonly id: string;
  /** Fused score, comparable within one search only. */
  readonly score: number;
  /** What each view gave: BM25, cosine of the whole text, cosine of its best sentence. */
  readonly views: { readonly lexical: number; readonly vector: number; readonly sentence: number };
  /** Between 0 and 1, comparable across searches: how much the document really speaks of the question. */
  readonly confidence: number;
};

/**
 * `k` hits at most; `allow` keeps documents by id; `boost` adds to the fused score of some ids (1 is one standard
 * deviation of the lexical view), and makes them candidates even when no view found them.
 */
export type SearchOptions = {
  readonly k: number;
  readonly allow?: (id: string) => boolean;
  readonly boost?: ReadonlyMap<string, number>;
  /** The question's vector by the model of the remote vectors; without it the search goes on without them. */
  readonly remote?: Float32Array;
};

/** Finds the documents that speak of a question. */
export type Retriever = { search(query: string, options: SearchOptions): readonly Hit[] };

/** A retriever that may be given, once they are there, the vectors of its documents by a model elsewhere. */
export type AttachableRetriever = Retriever & {
  /** Vectors by id, in place of those given before; documents without one are found by the other views. */
  attachRemote(vectors: ReadonlyMap<string, Float32Array>): void;
};

/** Builds the index of the documents (see {@link buildIndex}) and returns what searches it. */
export function createRetriever(parts: {
  readonly documents: readonly RetrievalDocument[];
  readonly lexique: Lexique;
  /** One made from the same vocabulary, to share the words it has already analysed. */
  readonly tokenizer?: Tokenizer;
  /** Without it, the lexical view works alone. */
  readonly embedder?: Embedder;
  /** Without it, vectors are compared one by one. */
  readonly hnswlib?: Hnswlib;
  /** Where vectors are kept from one run to the next. */
  readonly folder?: string;
  /** Number of vectors above which the graph takes over. */
  readonly exactLimit?: number;
}): AttachableRetriever {
  const { lexique, tokenizer = createTokenizer(lexique.motsVides), ...rest } = parts;
  const index = buildIndex({ ...rest, tokenizer });
  const { embedder } = rest;
  const { lexical } = index;
  const expand = createQueryExpander({
    lexique,
    tokenizer,
    lexical,
    sigles: index.sigles,
    ...(embedder && { isKnown: (word: string) => embedder.vector(word) !== undefined }),
  });
  let remote: VectorView | undefined;
  return {
    search: (query, options) => searchIndex(index, expand(query), options, remote),
    attachRemote(vectors) {
      remote = toRemoteView(vectors);
    },
  };
}

/** Vectors of the documents compared one by one, without what they have in common; none for no vector. */
function toRemoteView(vectors: ReadonlyMap<string, Float32Array>): VectorView | undefined {
  const [first] = vectors.values();
  if (first === undefined) return undefined;
  const centre = computeMean([...vectors.values()], first.length);
  const index = createExactIndex(first.length);
  for (const [id, vector] of vectors) index.add(id, toCentred(vector, centre));
  return { index, centre };
}

function searchIndex(
  index: RetrievalIndex,
  query: ExpandedQuery,
  options: SearchOptions,
  remote: VectorView | undefined,
): readonly Hit[] {
  const { k, allow, boost } = options;
  const far = remote && options.remote && { view: remote, vector: options.remote };
  const found = searchViews(index, query, allow, far);
  const candidates = new Set(found.candidates);
  for (const id of boost?.keys() ?? []) {
    const position = index.positions.get(id);
    if (position !== undefined && (allow === undefined || allow(id))) candidates.add(position);
  }
  const shareFound = createShareFound(query, index.lexical);
  const hits: Hit[] = [];
  for (const [position, fused] of fuseViews(found.views, [...candidates])) {
    const id = index.documents[position]?.id ?? '';
    const views = {
      lexical: found.lexical.score(position),
      vector: found.passage?.score(position) ?? 0,
      sentence: found.sentence?.score(position) ?? 0,
    };
    const cosines = found.passage === undefined ? [] : [views.vector, views.sentence];
    const score = (fused + found.addition(position)) * SCALE + (boost?.get(id) ?? 0);
    hits.push({ id, score, views, confidence: computeConfidence(shareFound(position), cosines) });
  }
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, k);
}

/** Brings the sum of the views back to one standard deviation of the lexical view. */
const SCALE = 0.42;
