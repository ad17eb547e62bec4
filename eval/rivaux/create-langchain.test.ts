import { expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { openScriptedEndpoint } from '#bot/testing/scripted-endpoint/open-scripted-endpoint.ts';
import { createLangchain } from './create-langchain.ts';
import { toSearched } from './rival.ts';

const passages = loadTestAssembly().corpus.passages.slice(0, 8);
const texts = passages.map(toSearched);

it('puts the nearest passages before the model, and says what it says', async () => {
  const endpoint = await openScriptedEndpoint({
    models: ['m', 'v'],
    script: (exchange) =>
      exchange.kind === 'chat'
        ? { kind: 'text', text: 'Une réponse.' }
        : {
            kind: 'vectors',
            vectors: exchange.texts.map((text) => [0.1, ...texts.map((known) => Number(known === text))]),
          },
  });
  const settings = { baseUrl: endpoint.url, apiKey: endpoint.key, model: 'm', embeddingModel: 'v' };
  const rival = await createLangchain(passages, settings);
  expect(await rival.ask(texts[5] ?? '')).toEqual({ refs: passages[5]?.refs, text: 'Une réponse.' });
  const told = endpoint.exchanges.flatMap((exchange) => (exchange.kind === 'chat' ? exchange.messages : []));
  expect(JSON.stringify(told[0])).toContain(JSON.stringify(passages[5]?.corps).slice(1, -1));
});
