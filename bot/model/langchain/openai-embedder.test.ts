import { describe, expect, it } from 'vitest';
import type { Exchange } from '#bot/testing/scripted-endpoint/exchange.ts';
import { openScriptedEndpoint } from '#bot/testing/scripted-endpoint/open-scripted-endpoint.ts';
import type { Script } from '#bot/testing/scripted-endpoint/play-script.ts';
import type { Reply } from '#bot/testing/scripted-endpoint/reply.ts';
import { openOpenaiEmbedder } from './openai-embedder.ts';

const { signal } = new AbortController();

/** A vector that tells the length of the text. */
function embed(exchange: Exchange): Reply | undefined {
  if (exchange.kind !== 'embeddings') return undefined;
  return { kind: 'vectors', vectors: exchange.texts.map(({ length }) => [length, length, 0]) };
}

async function open(script: Script) {
  const endpoint = await openScriptedEndpoint({ script, models: ['v'] });
  const settings = { baseUrl: endpoint.url, apiKey: endpoint.key, model: 'm' };
  return { endpoint, embedder: await openOpenaiEmbedder(settings, 'v', signal) };
}

describe('openOpenaiEmbedder', () => {
  it('gives unit vectors in order, some texts at a time', async () => {
    const { endpoint, embedder } = await open(embed);
    const vectors = await embedder.embed(
      Array.from({ length: 40 }, (_, index) => 'a'.repeat(index)),
      signal,
    );
    expect(vectors).toHaveLength(40);
    for (const vector of vectors) {
      expect(vector).toBeInstanceOf(Float32Array);
      expect([...vector]).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(Math.SQRT1_2, 6), 0]);
    }
    const sent = endpoint.exchanges.map((exchange) => (exchange.kind === 'embeddings' ? exchange.texts.length : 0));
    expect(sent).toEqual([1, 16, 16, 8]);
  });

  it('has a name for its model, its address and its dimension, and none for its key', async () => {
    const { endpoint, embedder } = await open(embed);
    expect(embedder.id).toMatch(/^v@[0-9a-f]{12}\/3$/);
    expect(embedder.id).not.toContain(endpoint.key);
  });

  it.each<[string, string, Reply]>([
    ['too few vectors', 'REPONSE', { kind: 'vectors', vectors: [[1, 0, 0]] }],
    [
      'too many vectors',
      'REPONSE',
      {
        kind: 'vectors',
        vectors: [
          [1, 0, 0],
          [1, 0, 0],
          [1, 0, 0],
        ],
      },
    ],
    [
      'vectors of another dimension',
      'REPONSE',
      {
        kind: 'vectors',
        vectors: [
          [1, 0],
          [0, 1],
        ],
      },
    ],
    [
      'a vector without direction',
      'REPONSE',
      {
        kind: 'vectors',
        vectors: [
          [1, 0, 0],
          [0, 0, 0],
        ],
      },
    ],
    ['HTML', 'REPONSE', { kind: 'body', body: '<p>', contentType: 'text/html' }],
    ['another JSON', 'REPONSE', { kind: 'body', body: '{}' }],
    ['a huge body', 'TROP_GROS', { kind: 'huge', bytes: 52_428_800 }],
  ])('tells %s as %s', async (_, fault, reply) => {
    const { embedder } = await open([{ kind: 'vectors', vectors: [[1, 1, 1]] }, reply]);
    await expect(embedder.embed(['a', 'b'], signal)).rejects.toMatchObject({ code: `ERR_MODELE_${fault}` });
  });

  it('is forgiven a moment of failure', async () => {
    const { embedder } = await open([
      { kind: 'status', status: 503, headers: { 'retry-after': '0' } },
      { kind: 'vectors', vectors: [[1, 1, 1]] },
      { kind: 'vectors', vectors: [[2, 0, 0]] },
    ]);
    expect([...((await embedder.embed(['a'], signal))[0] ?? [])]).toEqual([1, 0, 0]);
  });

  it('stops when told', async () => {
    const { embedder } = await open([{ kind: 'vectors', vectors: [[1, 1, 1]] }, { kind: 'hang' }]);
    await expect(embedder.embed(['a'], AbortSignal.timeout(50))).rejects.toMatchObject({ code: 'ERR_MODELE_DELAI' });
  });
});
