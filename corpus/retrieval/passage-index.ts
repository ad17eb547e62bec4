/** One vector found; similarity is the cosine. */
export type Neighbour = { readonly id: string; readonly similarity: number };

/** What search of the nearest vectors needs. The port of the exact and the graph index; vectors are unit vectors. */
export type PassageIndex = {
  readonly kind: 'exact' | 'hnsw';
  readonly dimension: number;
  readonly size: number;
  /** @throws {BotError} ERR_INDEX_DIMENSION, ERR_INDEX_DOUBLON or ERR_INDEX_PLEIN */
  add(id: string, vector: Float32Array): void;
  /** The `k` nearest allowed ids, best first, ties by id; an error of `allow` comes back as it was thrown. */
  search(vector: Float32Array, k: number, allow?: (id: string) => boolean): readonly Neighbour[];
  /** Cosine with one id; undefined for an id that is not there. */
  similarity(vector: Float32Array, id: string): number | undefined;
  /** Writes the vectors (not the ids, which the manifest keeps) to one file. */
  write(path: string): void;
};

/** Best first; equal similarities by id, so that the order never depends on how the index was built. */
export function compareNeighbours(a: Neighbour, b: Neighbour): number {
  return b.similarity - a.similarity || (a.id < b.id ? -1 : Number(a.id > b.id));
}
