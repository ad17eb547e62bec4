import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadHnswlib } from './hnsw-index.ts';
import { openVectorView } from './vector-view.ts';

const hnswlib = await loadHnswlib();

/** Vectors of three letters, and how often they were made. */
function makeContent(embedder: string, corpus = 'h1') {
  const content = {
    name: 'passages',
    ids: ['un', 'deux', 'trois'],
    dimension: 3,
    embedder,
    corpus,
    calls: 0,
    make() {
      content.calls += 1;
      return [
        [2, 1, 0],
        [1, 2, 0],
        [0, 0, 3],
      ].map((values) => Float32Array.from(values));
    },
  };
  return content;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vues-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('openVectorView', () => {
  it('takes the mean of the corpus off every vector', () => {
    const { index, centre } = openVectorView(makeContent('e'), {});
    // (2 + 1 + 0) ÷ 3, (1 + 2 + 0) ÷ 3, (0 + 0 + 3) ÷ 3
    expect(centre).toEqual([1, 1, 1]);
    // « un » less the mean: (1, 0, −1); « trois »: (−1, −1, 2); cosine −3 ÷ (√2 × √6) = −0,866
    expect(index.similarity(Float32Array.of(Math.SQRT1_2, 0, -Math.SQRT1_2), 'trois')).toBeCloseTo(-0.866, 3);
  });

  it('makes the vectors once, and reads them after', () => {
    const folder = makeFolder();
    const content = makeContent('e');
    const first = openVectorView(content, { folder });
    const second = openVectorView(content, { folder });
    expect(content.calls).toBe(1);
    const query = Float32Array.of(0, 1, 0);
    expect(second.index.search(query, 3)).toEqual(first.index.search(query, 3));
    expect(second.centre).toEqual(first.centre);
  });

  it('makes them again when the embedder or the documents change', () => {
    const folder = makeFolder();
    openVectorView(makeContent('e'), { folder });
    const contents = [makeContent('autre'), makeContent('autre'), makeContent('autre', 'h2')];
    for (const content of contents) openVectorView(content, { folder });
    expect(contents.map(({ calls }) => calls)).toEqual([1, 0, 1]);
  });

  it.runIf(hnswlib.kind === 'present')('hands over to the graph above the limit (hnswlib-node is installed)', () => {
    if (hnswlib.kind === 'absent') throw new Error(hnswlib.reason);
    const kinds = [2, 3].map(
      (exactLimit) => openVectorView(makeContent('e'), { hnswlib: hnswlib.hnswlib, exactLimit }).index.kind,
    );
    expect(kinds).toEqual(['hnsw', 'exact']);
  });

  it('stays exact above the limit without the module', () => {
    expect(openVectorView(makeContent('e'), { exactLimit: 2 }).index.kind).toBe('exact');
  });
});
