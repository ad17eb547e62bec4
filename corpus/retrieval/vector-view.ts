import type { Embedder, WordWeight } from './embedder.ts';
import { createExactIndex } from './exact-index.ts';
import { createHnswIndex, type Hnswlib } from './hnsw-index.ts';
import { type IndexIdentity, loadIndex, saveIndex } from './index-manifest.ts';
import type { PassageIndex } from './passage-index.ts';
import { computeMean, toCentred } from './unit-vector.ts';

/**
 * Above this number of vectors a graph takes over from the exact index, when the native module is there.
 * Measured with 128 dimensions: 20 000 vectors are compared one by one in 3.5 ms, and reached through a graph in 1 ms;
 * but that graph takes 5 s to build, the exact index 60 ms.
 */
const EXACT_LIMIT = 30_000;

/** Vectors of texts, and the mean that was taken off them: a question's vector goes through the same. */
export type VectorView = { readonly index: PassageIndex; readonly centre: readonly number[] };

/** A text to embed, and the id its vector is found by. */
export type Piece = { readonly id: string; readonly text: string };

/** What the vectors are made from; `corpus` is the hash of the documents. */
export type VectorContent = {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly corpus: string;
  readonly embedder: Embedder;
  readonly weight: WordWeight;
};

/** Where vectors are kept (in memory only without `folder`), and what may index them. */
export type VectorStorage = {
  readonly hnswlib?: Hnswlib;
  readonly folder?: string;
  readonly exactLimit?: number;
};

/** Loads the vectors saved for exactly this content, or makes them and saves them. */
export function openVectorView(content: VectorContent, storage: VectorStorage): VectorView {
  const { name, pieces, corpus, embedder } = content;
  const { hnswlib, folder, exactLimit = EXACT_LIMIT } = storage;
  const { dimension } = embedder;
  const kind = hnswlib !== undefined && pieces.length > exactLimit ? 'hnsw' : 'exact';
  const identity: IndexIdentity = { format: 1, kind, space: 'cosine', dimension, embedder: embedder.id, corpus };
  if (folder === undefined) return buildVectorView(content, kind === 'hnsw' ? hnswlib : undefined);
  const loaded = loadIndex({ folder, name }, identity, hnswlib);
  if (loaded.kind === 'loaded') return loaded;
  const view = buildVectorView(content, kind === 'hnsw' ? hnswlib : undefined);
  saveIndex({ folder, name }, identity, { ...view, ids: pieces.map(({ id }) => id) });
  return view;
}

function buildVectorView({ pieces, embedder, weight }: VectorContent, hnswlib: Hnswlib | undefined): VectorView {
  const { dimension } = embedder;
  const texts = pieces.map(({ text }) => text);
  const vectors = embedder.embed(texts, weight);
  const centre = computeMean(vectors, dimension);
  const index =
    hnswlib === undefined ? createExactIndex(dimension) : createHnswIndex(hnswlib, dimension, pieces.length);
  for (const [position, { id }] of pieces.entries()) {
    const vector = vectors[position];
    if (vector !== undefined) index.add(id, toCentred(vector, centre));
  }
  return { index, centre };
}
