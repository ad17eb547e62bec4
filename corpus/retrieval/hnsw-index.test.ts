import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createExactIndex } from './exact-index.ts';
import { createHnswIndex, type Hnswlib, loadHnswlib, readHnswIndex } from './hnsw-index.ts';
import { toUnit } from './unit-vector.ts';

const loaded = await loadHnswlib();
/** The graph index is an optional dependency: without it, the tests below say so by being skipped. */
const present = loaded.kind === 'present';

const DIMENSION = 16;

describe('loadHnswlib', () => {
  it('says why the module is absent, and does not throw', async () => {
    const failed = await loadHnswlib(() => Promise.reject(new Error("Cannot find package 'hnswlib-node'")));
    expect(failed).toEqual({ kind: 'absent', reason: "Cannot find package 'hnswlib-node'" });
  });
});

describe.runIf(present)('createHnswIndex (hnswlib-node is installed)', () => {
  it('agrees with the exact index', () => {
    const vectors = makeVectors(800);
    const [exact, graph] = [createExactIndex(DIMENSION), createHnswIndex(findHnswlib(), DIMENSION, 800)];
    for (const [n, vector] of vectors.entries()) {
      exact.add(`p${n}`, vector);
      graph.add(`p${n}`, vector);
    }
    let found = 0;
    for (const query of makeVectors(50, 7)) {
      const nearest = new Map(graph.search(query, 10).map(({ id, similarity }) => [id, similarity]));
      for (const { id, similarity } of exact.search(query, 10)) {
        if (!nearest.has(id)) continue;
        found += 1;
        expect(nearest.get(id)).toBeCloseTo(similarity, 5);
        expect(graph.similarity(query, id)).toBeCloseTo(similarity, 5);
      }
    }
    // 50 questions × 10 neighbours = 500; 99 % of them at least.
    expect(found).toBeGreaterThanOrEqual(495);
  });

  it('takes typed arrays, which the library refuses', () => {
    const graph = createHnswIndex(findHnswlib(), DIMENSION, 1);
    const [vector = new Float32Array(DIMENSION)] = makeVectors(1);
    graph.add('a', vector);
    expect(graph.search(vector, 1)[0]?.id).toBe('a');
  });

  it('survives a filter that throws, which would end the process, and gives its error back', () => {
    const graph = makeGraph(50);
    const error = new Error('filtre');
    const [query = new Float32Array(DIMENSION)] = makeVectors(1, 3);
    expect(() =>
      graph.search(query, 5, () => {
        throw error;
      }),
    ).toThrow(error);
    expect(graph.search(query, 5)).toHaveLength(5);
  });

  it('finds all that a narrow filter allows', () => {
    const graph = makeGraph(2000);
    const allowed = new Set(['p3', 'p777', 'p1999']);
    const [query = new Float32Array(DIMENSION)] = makeVectors(1, 3);
    expect(new Set(graph.search(query, 10, (id) => allowed.has(id)).map(({ id }) => id))).toEqual(allowed);
  });

  it('keeps ids of any form, while the library numbers with 32 bits', () => {
    const graph = createHnswIndex(findHnswlib(), DIMENSION, 2);
    const [a = new Float32Array(), b = new Float32Array()] = makeVectors(2);
    graph.add('2022-03-31-décret#é', a);
    graph.add('9007199254740993', b);
    expect(graph.search(b, 1)[0]?.id).toBe('9007199254740993');
    expect(graph.search(a, 1)[0]?.id).toBe('2022-03-31-décret#é');
  });

  it('grows past its first capacity, refuses doubles, and answers nothing when empty', () => {
    const graph = createHnswIndex(findHnswlib(), DIMENSION, 1);
    const vectors = makeVectors(5);
    expect(graph.search(vectors[0] ?? new Float32Array(), 3)).toEqual([]);
    for (const [n, vector] of vectors.entries()) graph.add(`p${n}`, vector);
    expect(graph.size).toBe(5);
    expect(() => graph.add('p0', vectors[0] ?? new Float32Array())).toThrow(
      expect.objectContaining({ code: 'ERR_INDEX_DOUBLON' }),
    );
    expect(() => graph.search(new Float32Array(3), 1)).toThrow(
      expect.objectContaining({ code: 'ERR_INDEX_DIMENSION' }),
    );
  });

  it('searches as widely after reading as before: the library does not save that setting', () => {
    const folder = makeFolder();
    const graph = makeGraph(2000);
    const ids = Array.from({ length: 2000 }, (_, n) => `p${n}`);
    graph.write(join(folder, 'g'));
    const read = readHnswIndex(findHnswlib(), join(folder, 'g'), DIMENSION, ids);
    const exact = createExactIndex(DIMENSION);
    for (const [n, vector] of makeVectors(2000).entries()) exact.add(`p${n}`, vector);
    let found = 0;
    for (const query of makeVectors(20, 5)) {
      const nearest = new Set(read.search(query, 20).map(({ id }) => id));
      found += exact.search(query, 20).filter(({ id }) => nearest.has(id)).length;
    }
    // 20 questions × 20 neighbours = 400, of which the library's own setting (10) misses one in ten.
    expect(found).toBeGreaterThanOrEqual(396);
  });

  it.each([DIMENSION / 2, DIMENSION * 2])(
    'refuses a file of another dimension (%d), which the library reads',
    (other) => {
      const folder = makeFolder();
      makeGraph(20).write(join(folder, 'g'));
      const ids = Array.from({ length: 20 }, (_, n) => `p${n}`);
      expect(() => readHnswIndex(findHnswlib(), join(folder, 'g'), other, ids)).toThrow(
        expect.objectContaining({ code: 'ERR_INDEX_DIMENSION' }),
      );
    },
  );
});

function findHnswlib(): Hnswlib {
  if (loaded.kind === 'absent') throw new Error(loaded.reason);
  return loaded.hnswlib;
}

function makeGraph(size: number) {
  const graph = createHnswIndex(findHnswlib(), DIMENSION, size);
  for (const [n, vector] of makeVectors(size).entries()) graph.add(`p${n}`, vector);
  return graph;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hnsw-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Unit vectors from a linear congruential generator: the same at every run. */
function makeVectors(count: number, seed = 1): Float32Array[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: count }, () => toUnit(Float32Array.from({ length: DIMENSION }, next)));
}
