import { describe, expect, it } from 'vitest';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { createRetriever } from '#corpus/retrieval/retrieve.ts';
import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import { createRemoteSearch } from './remote-search.ts';

const documents = [
  { id: 'chien', titre: 'Canidés', corps: 'Le meilleur ami du maître.' },
  { id: 'chat', titre: 'Félins', corps: 'Il retombe sur ses pattes.' },
];

/** Knows that a question on cats is about felines. */
const model: TextEmbedder = {
  id: 'essai',
  embed: (texts) => Promise.resolve(texts.map((text) => Float32Array.from(/chat|Félin/.test(text) ? [1, 0] : [0, 1]))),
};

function join(embedder: TextEmbedder, patienceMs?: number) {
  const retriever = createRetriever({ documents, lexique: loadLexique() });
  const parts = { retriever, documents, embedder, ...(patienceMs !== undefined && { patienceMs }) };
  return { retriever, remote: createRemoteSearch(parts) };
}

describe('createRemoteSearch', () => {
  it('finds by the model what words do not', async () => {
    const { retriever, remote } = join(model);
    const vector = await remote.embedQuestion('mon chat');
    const search = () => retriever.search('mon chat', { k: 1, ...(vector && { remote: vector }) }).map(({ id }) => id);
    expect(search()).toEqual([]);
    expect(await remote.attach(new AbortController().signal)).toBeUndefined();
    expect(search()).toEqual(['chat']);
  });

  it('goes on without a model that is late or fails, and says why at the start', async () => {
    const failure = new Error('panne');
    const broken = join({ id: 'essai', embed: () => Promise.reject(failure) }).remote;
    expect(await broken.attach(new AbortController().signal)).toBe(failure);
    expect(await broken.embedQuestion('mon chat')).toBeUndefined();
    const late = join({ id: 'essai', embed: () => new Promise(() => {}) }, 20).remote;
    expect(await late.embedQuestion('mon chat')).toBeUndefined();
  });
});
