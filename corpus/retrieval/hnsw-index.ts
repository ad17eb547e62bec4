import { readFileSync } from 'node:fs';
import type { HierarchicalNSW } from 'hnswlib-node';
import { BotError } from '#corpus/law/bot-error.ts';
import { checkAddition, checkDimension } from './exact-index.ts';
import { compareNeighbours, type Neighbour, type PassageIndex } from './passage-index.ts';

/** The module `hnswlib-node`, given by {@link loadHnswlib}. */
export type Hnswlib = { readonly HierarchicalNSW: typeof HierarchicalNSW };

/** Links of a node; candidates weighed when a node is added, and when one searches; seed of the levels. */
const LINKS = 24;
const EF_CONSTRUCTION = 200;
const EF_SEARCH = 400;
const SEED = 100;
const HEADER_BYTES = 48;

/**
 * Loads the graph index, an optional native module.
 * @returns absent with the reason when it is not installed or does not load: the exact index then does the work
 */
export async function loadHnswlib(
  load: () => Promise<{ default: Hnswlib }> = () => import('hnswlib-node'),
): Promise<
  { readonly kind: 'present'; readonly hnswlib: Hnswlib } | { readonly kind: 'absent'; readonly reason: string }
> {
  try {
    return { kind: 'present', hnswlib: (await load()).default };
  } catch (cause) {
    return { kind: 'absent', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** An empty graph of at most `capacity` vectors: nearly always right, and much quicker than comparing with all. */
export function createHnswIndex(hnswlib: Hnswlib, dimension: number, capacity: number): PassageIndex {
  const graph = new hnswlib.HierarchicalNSW('cosine', dimension);
  graph.initIndex(Math.max(capacity, 1), LINKS, EF_CONSTRUCTION, SEED);
  return toHnswIndex(graph, dimension, []);
}

/**
 * Reads what `write` wrote; `ids` in the order they were added.
 * @throws {BotError} ERR_INDEX_DIMENSION when the file holds other vectors than the manifest says
 */
export function readHnswIndex(hnswlib: Hnswlib, path: string, dimension: number, ids: readonly string[]): PassageIndex {
  // The library reads a file of another dimension as if nothing were wrong: its header tells.
  const found = readHeader(path);
  if (found.dimension !== dimension || found.count !== ids.length) {
    throw new BotError(
      'ERR_INDEX_DIMENSION',
      `${path} : ${found.count} vecteurs de dimension ${found.dimension}, attendus ${ids.length} de ${dimension}`,
      "Reconstruisez l'index.",
    );
  }
  const graph = new hnswlib.HierarchicalNSW('cosine', dimension);
  graph.readIndexSync(path);
  return toHnswIndex(graph, dimension, [...ids]);
}

/**
 * Reads the beginning of a graph file, six 64-bit numbers: offset of level 0, capacity, number of elements, bytes of an
 * element, and where in it the label and the vector begin; the vector stands just before the label, four bytes a value.
 */
function readHeader(path: string): { readonly count: number; readonly dimension: number } {
  const bytes = readFileSync(path);
  if (bytes.length < HEADER_BYTES) return { count: 0, dimension: 0 };
  const [count, label, vector] = [2, 4, 5].map((place) => Number(bytes.readBigUInt64LE(place * 8)));
  return { count: count ?? 0, dimension: ((label ?? 0) - (vector ?? 0)) / Float32Array.BYTES_PER_ELEMENT };
}

/** Labels of the graph are 32-bit numbers: they are the positions in `ids`. */
function toHnswIndex(graph: HierarchicalNSW, dimension: number, ids: string[]): PassageIndex {
  const labels = new Map(ids.map((id, label) => [id, label]));
  return {
    kind: 'hnsw',
    dimension,
    get size() {
      return ids.length;
    },
    add(id, vector) {
      checkAddition(id, vector, dimension, labels);
      if (ids.length >= graph.getMaxElements()) graph.resizeIndex(graph.getMaxElements() * 2);
      // The binding refuses typed arrays.
      graph.addPoint(Array.from(vector), ids.length);
      labels.set(id, ids.length);
      ids.push(id);
    },
    search(vector, k, allow) {
      checkDimension(vector, dimension);
      const wanted = Math.min(k, ids.length);
      if (wanted === 0) return [];
      const found = searchGraph(graph, ids, vector, wanted, EF_SEARCH, allow);
      // A filter that keeps few ids can starve the walk: walk the whole graph then.
      if (allow === undefined || found.length === wanted) return found;
      return searchGraph(graph, ids, vector, wanted, ids.length, allow);
    },
    similarity(vector, id) {
      const label = labels.get(id);
      if (label === undefined) return undefined;
      let sum = 0;
      for (const [d, value] of graph.getPoint(label).entries()) sum += value * (vector[d] ?? 0);
      return sum;
    },
    write(path) {
      graph.writeIndexSync(path);
    },
  };
}

function searchGraph(
  graph: HierarchicalNSW,
  ids: readonly string[],
  vector: Float32Array,
  k: number,
  ef: number,
  allow: ((id: string) => boolean) | undefined,
): Neighbour[] {
  // Not saved with the graph, and 10 when nobody sets it.
  graph.setEf(Math.max(ef, k));
  const failures: unknown[] = [];
  const filter = allow && ((label: number) => isAllowed(ids[label], allow, failures));
  const { neighbors, distances } = graph.searchKnn(Array.from(vector), k, filter);
  if (failures.length > 0) throw failures[0];
  return neighbors
    .map((label, position) => ({ id: ids[label] ?? '', similarity: 1 - (distances[position] ?? 1) }))
    .sort(compareNeighbours);
}

/** An exception thrown through the native code would end the process: it is kept, and thrown after. */
function isAllowed(id: string | undefined, allow: (id: string) => boolean, failures: unknown[]): boolean {
  if (id === undefined || failures.length > 0) return false;
  try {
    return allow(id);
  } catch (error) {
    failures.push(error);
    return false;
  }
}
