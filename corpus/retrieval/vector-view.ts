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

/** What the vectors are made from: `embedder` and `corpus` say what they are vectors of, `make` makes them anew. */
export type VectorContent = {
  readonly name: string;
  readonly ids: readonly string[];
  readonly dimension: number;
  readonly embedder: string;
  /** Hash of the documents. */
  readonly corpus: string;
  readonly make: () => readonly Float32Array[];
};

/** Where vectors are kept (in memory only without `folder`), and what may index them. */
export type VectorStorage = {
  readonly hnswlib?: Hnswlib;
  readonly folder?: string;
  readonly exactLimit?: number;
};

/** Loads the vectors saved for exactly this content, or makes them and saves them. */
export function openVectorView(content: VectorContent, storage: VectorStorage): VectorView {
  const { name, ids, corpus, embedder, dimension } = content;
  const { hnswlib, folder, exactLimit = EXACT_LIMIT } = storage;
  const kind = hnswlib !== undefined && ids.length > exactLimit ? 'hnsw' : 'exact';
  const identity: IndexIdentity = { format: 1, kind, space: 'cosine', dimension, embedder, corpus };
  if (folder === undefined) return buildVectorView(content, kind === 'hnsw' ? hnswlib : undefined);
  const loaded = loadIndex({ folder, name }, identity, hnswlib);
  if (loaded.kind === 'loaded') return loaded;
  const view = buildVectorView(content, kind === 'hnsw' ? hnswlib : undefined);
  saveIndex({ folder, name }, identity, { ...view, ids });
  return view;
}

function buildVectorView({ ids, dimension, make }: VectorContent, hnswlib: Hnswlib | undefined): VectorView {
  const vectors = make();
  const centre = computeMean(vectors, dimension);
  const index = hnswlib === undefined ? createExactIndex(dimension) : createHnswIndex(hnswlib, dimension, ids.length);
  for (const [position, id] of ids.entries()) {
    const vector = vectors[position];
    if (vector !== undefined) index.add(id, toCentred(vector, centre));
  }
  return { index, centre };
}
