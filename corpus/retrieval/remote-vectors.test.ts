import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadLexique } from './load-lexique.ts';
import { makeRemoteVectors } from './remote-vectors.ts';
import { createRetriever } from './retrieve.ts';
import type { TextEmbedder } from './text-embedder.ts';
import { toUnit } from './unit-vector.ts';

const documents = [
  { id: 'a', titre: 'Avance', corps: 'La caisse verse.' },
  { id: 'b', titre: 'Solde', corps: 'Le reste suit.' },
  { id: 'c', titre: 'Rapport', corps: 'Chaque année.' },
];
const signal = new AbortController().signal;

/** A model that counts letters, and remembers what it was sent; it fails from the given text on. */
function fakeEmbedder(id = 'lettres-1', failsOn = ''): TextEmbedder & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    id,
    sent,
    embed(texts) {
      if (failsOn !== '' && texts.some((text) => text.includes(failsOn))) return Promise.reject(new Error('panne'));
      sent.push(...texts);
      return Promise.resolve(
        texts.map((text) => toUnit(Float32Array.from(['a', 'e', 's', 'o'], (letter) => text.split(letter).length))),
      );
    },
  };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'distants-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('makeRemoteVectors', () => {
  it('asks for each text once, and for what is new alone the next time', async () => {
    const folder = makeFolder();
    const first = await makeRemoteVectors(documents, fakeEmbedder(), folder, signal);
    const again = fakeEmbedder();
    const changed = [...documents.slice(0, 2), { id: 'd', titre: 'Rapport', corps: 'Chaque mois.' }];
    const second = await makeRemoteVectors(changed, again, folder, signal);
    expect(again.sent).toEqual(['Rapport\nChaque mois.']);
    expect([...second.vectors.keys()]).toEqual(['a', 'b', 'd']);
    expect(second.vectors.get('a')).toEqual(first.vectors.get('a'));
  });

  it('makes all anew for another model', async () => {
    const folder = makeFolder();
    await makeRemoteVectors(documents, fakeEmbedder(), folder, signal);
    const other = fakeEmbedder('lettres-2');
    await makeRemoteVectors(documents, other, folder, signal);
    expect(other.sent).toHaveLength(3);
  });

  it('keeps what was made before a failure, and says what failed', async () => {
    const folder = makeFolder();
    const many = Array.from({ length: 70 }, (_, n) => ({
      id: `p${n}`,
      titre: `Texte ${n}`,
      corps: n === 69 ? 'fin' : '',
    }));
    const broken = await makeRemoteVectors(many, fakeEmbedder('lettres-1', 'fin'), folder, signal);
    expect(broken.failure).toEqual(new Error('panne'));
    expect(broken.vectors.size).toBe(64);
    const again = fakeEmbedder();
    const mended = await makeRemoteVectors(many, again, folder, signal);
    expect([mended.vectors.size, mended.failure, again.sent.length]).toEqual([70, undefined, 6]);
  });
});

describe('a retriever with remote vectors', () => {
  it('weighs them when the question has its vector, and does without it otherwise', async () => {
    const retriever = createRetriever({ documents, lexique: loadLexique() });
    const { vectors } = await makeRemoteVectors(documents, fakeEmbedder(), undefined, signal);
    const remote = vectors.get('c') ?? new Float32Array();
    const query = 'la caisse';
    expect(retriever.search(query, { k: 3, remote })).toEqual(retriever.search(query, { k: 3 }));
    const before = retriever.search(query, { k: 3 });
    retriever.attachRemote(vectors);
    expect(retriever.search(query, { k: 3 })).toEqual(before);
    expect(before.map(({ id }) => id)).toEqual(['a']);
    expect(retriever.search('xyz', { k: 1, remote }).map(({ id }) => id)).toEqual(['c']);
    retriever.attachRemote(new Map());
    expect(retriever.search(query, { k: 3, remote })).toEqual(before);
  });
});
