import { readFileSync, writeFileSync } from 'node:fs';
import { BotError } from '#corpus/law/bot-error.ts';
import { dotRow } from './dot-row.ts';
import { compareNeighbours, type Neighbour, type PassageIndex } from './passage-index.ts';

/** Rows reserved at first; doubled when full. */
const FIRST_ROWS = 64;

/** Compares with every vector: always right, the reference of the graph index and what replaces it. */
export function createExactIndex(dimension: number): PassageIndex {
  return toExactIndex(dimension, [], new Float32Array(FIRST_ROWS * dimension));
}

/** Reads what `write` wrote; `ids` in the order they were added. */
export function readExactIndex(path: string, dimension: number, ids: readonly string[]): PassageIndex {
  const bytes = readFileSync(path);
  if (bytes.length !== ids.length * dimension * Float32Array.BYTES_PER_ELEMENT) {
    throw new BotError(
      'ERR_INDEX_DIMENSION',
      `${path} : ${bytes.length} octets pour ${ids.length} vecteurs de dimension ${dimension}`,
      "Reconstruisez l'index.",
    );
  }
  const rows = new Float32Array(bytes.length / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(rows.buffer).set(bytes);
  return toExactIndex(dimension, [...ids], rows);
}

function toExactIndex(dimension: number, ids: string[], initialRows: Float32Array): PassageIndex {
  let rows = initialRows;
  const positions = new Map(ids.map((id, position) => [id, position]));
  return {
    kind: 'exact',
    dimension,
    get size() {
      return ids.length;
    },
    add(id, vector) {
      checkAddition(id, vector, dimension, positions);
      if ((ids.length + 1) * dimension > rows.length) {
        const larger = new Float32Array(Math.max(rows.length * 2, FIRST_ROWS * dimension));
        larger.set(rows);
        rows = larger;
      }
      rows.set(vector, ids.length * dimension);
      positions.set(id, ids.length);
      ids.push(id);
    },
    search(vector, k, allow) {
      checkDimension(vector, dimension);
      const best: Neighbour[] = [];
      let worst = Number.NEGATIVE_INFINITY;
      for (let position = 0; position < ids.length; position += 1) {
        const similarity = dotRow(rows, position, vector);
        if (similarity < worst) continue;
        const id = ids[position] ?? '';
        if (allow !== undefined && !allow(id)) continue;
        insertSorted(best, { id, similarity }, k);
        if (best.length === k) worst = best.at(-1)?.similarity ?? worst;
      }
      return best;
    },
    similarity(vector, id) {
      const position = positions.get(id);
      return position === undefined ? undefined : dotRow(rows, position, vector);
    },
    write(path) {
      const used = ids.length * dimension * Float32Array.BYTES_PER_ELEMENT;
      writeFileSync(path, new Uint8Array(rows.buffer, rows.byteOffset, used));
    },
  };
}

/** Refuses a vector of another length, and an id given twice. */
export function checkAddition(
  id: string,
  vector: Float32Array,
  dimension: number,
  known: { has(id: string): boolean },
): void {
  checkDimension(vector, dimension);
  if (known.has(id)) {
    throw new BotError('ERR_INDEX_DOUBLON', `« ${id} » est déjà dans l'index`, 'Donnez un identifiant par document.');
  }
}

/** Refuses a vector of another length. */
export function checkDimension(vector: Float32Array, dimension: number): void {
  if (vector.length === dimension) return;
  throw new BotError(
    'ERR_INDEX_DIMENSION',
    `vecteur de dimension ${vector.length}, attendue ${dimension}`,
    "Reconstruisez l'index avec le modèle de vecteurs qui sert aux questions.",
  );
}

function insertSorted(best: Neighbour[], neighbour: Neighbour, k: number): void {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = best[middle];
    if (other !== undefined && compareNeighbours(other, neighbour) <= 0) low = middle + 1;
    else high = middle;
  }
  if (low >= k) return;
  best.splice(low, 0, neighbour);
  if (best.length > k) best.pop();
}
