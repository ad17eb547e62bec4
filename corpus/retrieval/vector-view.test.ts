import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Embedder } from './embedder.ts';
import { loadHnswlib } from './hnsw-index.ts';
import { openVectorView } from './vector-view.ts';

const hnswlib = await loadHnswlib();

/** Counts letters a, b and c, and how often it was called. */
function makeEmbedder(id: string): Embedder & { calls: number } {
  const embedder = {
    id,
    dimension: 3,
    calls: 0,
    embed(texts: readonly string[]) {
      embedder.calls += 1;
      return texts.map((text) => Float32Array.from(['a', 'b', 'c'], (letter) => text.split(letter).length - 1));
    },
  };
  return embedder;
}

const pieces = [
  { id: 'un', text: 'aab' },
  { id: 'deux', text: 'abb' },
  { id: 'trois', text: 'ccc' },
];

function open(embedder: Embedder, folder?: string, corpus = 'h1') {
  const content = { name: 'passages', pieces, corpus, embedder, weight: () => 1 };
  return openVectorView(content, folder === undefined ? {} : { folder });
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vues-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('openVectorView', () => {
  it('takes the mean of the corpus off every vector', () => {
    const { index, centre } = open(makeEmbedder('e'));
    // (2 + 1 + 0) ÷ 3, (1 + 2 + 0) ÷ 3, (0 + 0 + 3) ÷ 3
    expect(centre).toEqual([1, 1, 1]);
    // « un » less the mean: (1, 0, −1); « trois »: (−1, −1, 2); cosine −3 ÷ (√2 × √6) = −0,866
    expect(index.similarity(Float32Array.of(Math.SQRT1_2, 0, -Math.SQRT1_2), 'trois')).toBeCloseTo(-0.866, 3);
  });

  it('makes the vectors once, and reads them after', () => {
    const folder = makeFolder();
    const embedder = makeEmbedder('e');
    const first = open(embedder, folder);
    const second = open(embedder, folder);
    expect(embedder.calls).toBe(1);
    const query = Float32Array.of(0, 1, 0);
    expect(second.index.search(query, 3)).toEqual(first.index.search(query, 3));
    expect(second.centre).toEqual(first.centre);
  });

  it('makes them again when the embedder or the documents change', () => {
    const folder = makeFolder();
    open(makeEmbedder('e'), folder);
    const [other, same] = [makeEmbedder('autre'), makeEmbedder('autre')];
    open(other, folder);
    open(same, folder);
    open(same, folder, 'h2');
    expect([other.calls, same.calls]).toEqual([1, 1]);
  });

  it.runIf(hnswlib.kind === 'present')('hands over to the graph above the limit (hnswlib-node is installed)', () => {
    if (hnswlib.kind === 'absent') throw new Error(hnswlib.reason);
    const content = { name: 'passages', pieces, corpus: 'h', embedder: makeEmbedder('e'), weight: () => 1 };
    const kinds = [2, 3].map(
      (exactLimit) => openVectorView(content, { hnswlib: hnswlib.hnswlib, exactLimit }).index.kind,
    );
    expect(kinds).toEqual(['hnsw', 'exact']);
  });

  it('stays exact above the limit without the module', () => {
    const content = { name: 'passages', pieces, corpus: 'h', embedder: makeEmbedder('e'), weight: () => 1 };
    expect(openVectorView(content, { exactLimit: 2 }).index.kind).toBe('exact');
  });
});
