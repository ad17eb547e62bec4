import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { EMPTY, UNLICENSED } from '../answer/compose-guided.ts';
import type { ChatModel } from '../model/chat-model.ts';
import { ModelError } from '../model/model-error.ts';
import { loadTestAssembly, TODAY } from '../testing/load-test-assembly.ts';
import { findMotifs } from './find-motifs.ts';
import { measureClient, measureFetch } from './measure-client.ts';
import { measureModel } from './measure-model.ts';
import type { MeasuredCall, MeasuredExchange } from './meters.ts';

function createSinks() {
  const calls: MeasuredCall[] = [];
  return { calls, sinks: { meters: { slackCall: (call: MeasuredCall) => void calls.push(call) }, log: { note() {} } } };
}

describe('measureClient', () => {
  it.each<[string, () => Promise<webApi.WebAPICallResult>, Partial<MeasuredCall>]>([
    ['a reply', async () => ({ ok: true }), { outcome: 'ok' }],
    ['a limit', () => Promise.reject(new webApi.WebAPIRateLimitedError(3)), { outcome: 'attente', waitMs: 3000 }],
    ['a fault of Slack', () => Promise.reject(new webApi.WebAPIHTTPError(502, '', {})), { outcome: 'panne' }],
    ['a cut', () => Promise.reject(new webApi.WebAPIRequestError(new Error('cut'))), { outcome: 'panne' }],
    [
      'a refusal',
      () => Promise.reject(new webApi.WebAPIPlatformError({ ok: false, error: 'not_in_channel' })),
      { outcome: 'refus' },
    ],
  ])('tells %s, and changes nothing of it', async (_, apiCall, expected) => {
    const { calls, sinks } = createSinks();
    const settle = (call: Promise<unknown>) => call.catch((error: unknown) => error);
    const own = await settle(measureClient({ apiCall }, sinks).apiCall('chat.postMessage', {}));
    expect(String(own)).toBe(String(await settle(apiCall())));
    expect(calls).toEqual([expect.objectContaining({ method: 'chat.postMessage', ...expected })]);
  });
});

describe('measureFetch', () => {
  it.each([
    [200, {}, { outcome: 'ok' }],
    [429, { 'retry-after': '2' }, { outcome: 'attente', waitMs: 2000 }],
    [503, {}, { outcome: 'panne' }],
    [404, {}, { outcome: 'refus' }],
  ])('tells a status %i, and not the address', async (status, headers, expected) => {
    const { calls, sinks } = createSinks();
    const send = measureFetch(async () => new Response('', { status, headers }), sinks);
    expect((await send('https://hooks.slack.com/secret')).status).toBe(status);
    expect(calls).toEqual([expect.objectContaining({ method: 'response_url', ...expected })]);
  });
});

describe('measureModel', () => {
  it('tells outcomes and tokens', async () => {
    const exchanges: MeasuredExchange[] = [];
    const model: ChatModel = {
      name: 'modele-de-test',
      chooseTools: async () => ({ calls: [], text: '', usage: { input: 30, output: 4 } }),
      writeDraft: () => Promise.reject(new ModelError('DELAI')),
    };
    const adapter = { name: model.name, limitFor: () => model, journal() {} };
    const measured = measureModel(adapter, { exchange: (one) => void exchanges.push(one) }).limitFor('T1', TODAY);
    await measured.chooseTools([], [], { signal: AbortSignal.timeout(1000) });
    await expect(measured.writeDraft([], {} as never, { signal: AbortSignal.timeout(1000) })).rejects.toThrow(
      ModelError,
    );
    expect(exchanges).toMatchObject([
      { outcome: 'ok', input: 30, output: 4 },
      { outcome: 'DELAI', input: 0, output: 0 },
    ]);
  });
});

describe('findMotifs', () => {
  it('gives reasons back their codes', () => {
    const { pipeline } = loadTestAssembly();
    const { motifs } = pipeline.openLiaisons();
    const sentences = [motifs.chiffre, motifs.oui, EMPTY, UNLICENSED, 'Le brouillon est illisible.'];
    expect(findMotifs(sentences, pipeline)).toEqual(['chiffre', 'oui', 'vide', 'licence', 'forme']);
  });

  it('opens no words for an answer that was not rejected', () => {
    expect(findMotifs([], { openLiaisons: () => expect.unreachable() })).toEqual([]);
  });
});
