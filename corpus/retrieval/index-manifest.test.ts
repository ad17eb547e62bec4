import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createExactIndex } from './exact-index.ts';
import { createHnswIndex, loadHnswlib } from './hnsw-index.ts';
import { type IndexIdentity, loadIndex, saveIndex } from './index-manifest.ts';
import { toUnit } from './unit-vector.ts';

const identity: IndexIdentity = {
  format: 1,
  kind: 'exact',
  space: 'cosine',
  dimension: 2,
  embedder: 'mots-1',
  corpus: 'abc',
};
const ids = ['b', 'a'];

function saveSample(): { readonly folder: string; readonly name: string } {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = { folder: join(folder, 'sous-dossier'), name: 'passages' };
  saveIndex(place, identity, { index: makeIndex(), ids, centre: [0.25, -0.5] });
  return place;
}

function makeIndex() {
  const index = createExactIndex(2);
  index.add('b', toUnit(Float32Array.of(1, 0)));
  index.add('a', toUnit(Float32Array.of(1, 2)));
  return index;
}

describe('saveIndex and loadIndex', () => {
  it('give back the same index, and leave no temporary file', () => {
    const place = saveSample();
    const loaded = loadIndex(place, identity);
    if (loaded.kind === 'stale') throw new Error(loaded.reason);
    const query = toUnit(Float32Array.of(2, 1));
    expect(loaded.index.search(query, 2)).toEqual(makeIndex().search(query, 2));
    expect(loaded.centre).toEqual([0.25, -0.5]);
    expect(readdirSync(place.folder).sort()).toEqual(['passages.manifest.json', 'passages.vectors']);
  });

  it('find nothing in a folder that does not exist', () => {
    expect(loadIndex({ folder: '/nulle/part', name: 'passages' }, identity)).toEqual({
      kind: 'stale',
      reason: 'aucun index enregistré',
    });
  });

  it.each([
    [{ dimension: 3 }, 'dimension : 2, attendu 3'],
    [{ embedder: 'mots-2' }, 'embedder : mots-1, attendu mots-2'],
    [{ corpus: 'abd' }, 'corpus : abc, attendu abd'],
    [{ kind: 'hnsw' as const }, 'kind : exact, attendu hnsw'],
  ])('are stale for another %j', (other, reason) => {
    expect(loadIndex(saveSample(), { ...identity, ...other })).toEqual({ kind: 'stale', reason });
  });

  it('are stale when the vectors were altered, as after a crash between the two files', () => {
    const place = saveSample();
    const path = join(place.folder, 'passages.vectors');
    const bytes = readFileSync(path);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(loadIndex(place, identity)).toEqual({ kind: 'stale', reason: 'fichier de vecteurs altéré' });
  });

  it.each(['', '{', '[]', '{"identity":{}}'])('are stale when the manifest is « %s »', (text) => {
    const place = saveSample();
    writeFileSync(join(place.folder, 'passages.manifest.json'), text);
    expect(loadIndex(place, identity)).toEqual({ kind: 'stale', reason: 'manifeste illisible' });
  });

  it('are stale when the ids do not match the vectors', () => {
    const place = saveSample();
    const path = join(place.folder, 'passages.manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, ids: ['a'] }));
    expect(loadIndex(place, identity).kind).toBe('stale');
  });
});

const hnswlib = await loadHnswlib();

describe.runIf(hnswlib.kind === 'present')('a saved graph (hnswlib-node is installed)', () => {
  it('is read with the module, and stale without it', () => {
    if (hnswlib.kind === 'absent') throw new Error(hnswlib.reason);
    const place = saveSample();
    const graph = createHnswIndex(hnswlib.hnswlib, 2, 2);
    graph.add('b', toUnit(Float32Array.of(1, 0)));
    graph.add('a', toUnit(Float32Array.of(1, 2)));
    const graphIdentity = { ...identity, kind: 'hnsw' as const };
    saveIndex(place, graphIdentity, { index: graph, ids, centre: [0, 0] });
    expect(loadIndex(place, graphIdentity, hnswlib.hnswlib).kind).toBe('loaded');
    expect(loadIndex(place, graphIdentity)).toEqual({ kind: 'stale', reason: 'hnswlib-node absent' });
    expect(loadIndex(place, identity).kind).toBe('stale');
  });
});
