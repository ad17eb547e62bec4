import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toIncident } from '../tell-error.ts';
import { openScriptedEndpoint } from '../testing/scripted-endpoint/open-scripted-endpoint.ts';
import type { Reply } from '../testing/scripted-endpoint/reply.ts';
import type {
  ScriptedEndpoint,
  ScriptedEndpointOptions,
} from '../testing/scripted-endpoint/start-scripted-endpoint.ts';
import { startScriptedEndpoint } from '../testing/scripted-endpoint/start-scripted-endpoint.ts';
import type { ChatModel, ModelMessage } from './chat-model.ts';
import { createLangchainModel } from './langchain/create-langchain-model.ts';
import { ModelError } from './model-error.ts';
import { createResilientModel } from './resilience/create-resilient-model.ts';

const QUESTION = 'Ma cousine Odile demande combien';
const MESSAGES: readonly ModelMessage[] = [{ role: 'user', text: QUESTION }];
const Draft = z.strictObject({ mots: z.string() });
const TOOLS = [{ name: 'taille', description: 'La taille.', schema: z.strictObject({ population: z.enum(['qb']) }) }];
const GOOD: Reply = { kind: 'draft', draft: { mots: 'Bonjour' } };
const MB = 1024 * 1024;
const DEEP = `{"mots":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

/** The whole door to an endpoint, in a hurry. */
function open({ url, key, model }: Pick<ScriptedEndpoint, 'url' | 'key' | 'model'>, callMs = 3000): ChatModel {
  const settings = { baseUrl: url, apiKey: key, model };
  return createResilientModel(createLangchainModel(settings), {
    now: () => performance.now(),
    random: () => 0,
    callMs,
    sleep: (_, signal) => Promise.resolve(signal.throwIfAborted()),
  });
}

async function catchFault(model: ChatModel): Promise<ModelError> {
  const { signal } = new AbortController();
  try {
    await model.writeDraft(MESSAGES, Draft, { signal });
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('the draft was written');
}

function always(reply: Reply): ScriptedEndpointOptions {
  return { script: () => reply };
}

const HTML = { kind: 'body', body: '<!doctype html><title>Bienvenue</title>', contentType: 'text/html' } as const;

describe('a bad endpoint', () => {
  it.each<[string, string, ScriptedEndpointOptions, number]>([
    ['a certificate that nobody signed', 'CERTIFICAT', { selfSigned: true }, 0],
    ['HTML', 'REPONSE', { fault: () => HTML }, 0],
    ['HTML, and no such page', 'REPONSE', { fault: () => ({ ...HTML, status: 404 }) }, 0],
    ['HTML of a relay without its server', 'INJOIGNABLE', always({ ...HTML, status: 502 }), 3],
    ['broken JSON', 'REPONSE', always({ kind: 'body', body: '{"choices":[{"mess' }), 1],
    ['nothing', 'REPONSE', always({ kind: 'body', body: '' }), 1],
    ['another JSON', 'REPONSE', always({ kind: 'body', body: '{"ok":true}' }), 1],
    ['a list', 'REPONSE', always({ kind: 'body', body: '[]' }), 1],
    ['no choice', 'REPONSE', always({ kind: 'body', body: '{"choices":[]}' }), 1],
    ['a body of 50 MB', 'TROP_GROS', always({ kind: 'huge', bytes: 50 * MB }), 1],
    ['50 MB in a few bytes', 'TROP_GROS', always({ kind: 'huge', bytes: 50 * MB, compressed: true }), 1],
    ['a body without end', 'TROP_GROS', always({ kind: 'endless' }), 1],
    ['a connection cut', 'INJOIGNABLE', always({ kind: 'reset' }), 3],
    ['a connection cut within the body', 'INJOIGNABLE', always({ kind: 'reset', late: true }), 3],
    ['a refusal of the model', 'REFUS', always({ kind: 'refusal', text: 'Non.' }), 1],
    ['a filter', 'REFUS', always({ kind: 'filtered' }), 1],
    ['an answer cut short', 'REPONSE', always({ kind: 'truncated', text: '{"mots":"Bon' }), 1],
    ['an object too deep to be written again', 'REPONSE', always({ kind: 'text', text: DEEP }), 1],
    ['words instead of an object', 'REPONSE', always({ kind: 'text', text: 'Bonjour.' }), 1],
    ['too many demands', 'ENCOMBRE', always({ kind: 'status', status: 429 }), 3],
    ['too many for a minute', 'ENCOMBRE', always({ kind: 'status', status: 429, headers: { 'retry-after': '60' } }), 1],
    ['a failing server', 'INJOIGNABLE', always({ kind: 'status', status: 500 }), 3],
    ['an account without credit', 'CLE', always({ kind: 'status', status: 402 }), 1],
    [
      'a redirection',
      'REPONSE',
      always({ kind: 'status', status: 307, headers: { location: 'http://127.0.0.1:9/' } }),
      1,
    ],
  ])('that has %s is told as %s', async (_, fault, options, exchanges) => {
    const endpoint = await openScriptedEndpoint(options);
    const error = await catchFault(open(endpoint));
    expect(error.code).toBe(`ERR_MODELE_${fault}`);
    expect(error.remedy).not.toBe('');
    expect(endpoint.exchanges).toHaveLength(exchanges);
    expectNoSecret(error, endpoint.key);
  });

  it.each<[string, Reply]>([
    ['says nothing', { kind: 'hang' }],
    ['says nothing after its headers', { kind: 'hang', headers: true }],
    ['says a letter from time to time', { kind: 'drip', text: 'Bonjour', everyMs: 20 }],
  ])('that %s is given up in time', async (_, reply) => {
    const endpoint = await openScriptedEndpoint(always(reply));
    const started = performance.now();
    expect((await catchFault(open(endpoint, 150))).code).toBe('ERR_MODELE_DELAI');
    expect(performance.now() - started).toBeLessThan(1500);
    expect(endpoint.exchanges).toHaveLength(1);
  });

  it('that is not there is told', async () => {
    const gone = await startScriptedEndpoint();
    await gone.stop();
    expect(await catchFault(open(gone))).toMatchObject({
      code: 'ERR_MODELE_INJOIGNABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('that refuses the key, or does not know the model, is told without either', async () => {
    const endpoint = await openScriptedEndpoint();
    const wrongKey = await catchFault(open({ ...endpoint, key: 'sk-0123456789-wrong' }));
    expect(wrongKey).toMatchObject({ code: 'ERR_MODELE_CLE', message: expect.stringContaining('401') });
    expectNoSecret(wrongKey, 'sk-0123456789-wrong');
    const unknown = await catchFault(open({ ...endpoint, model: 'grand' }));
    expect(unknown).toMatchObject({ code: 'ERR_MODELE_INCONNU', message: expect.stringContaining('404') });
  });

  it('that repeats the key and the question in its error lets neither into the journal', async () => {
    const key = 'sk-0123456789-secret';
    const message = `Incorrect API key provided: ${key}, asked: ${QUESTION}`;
    const endpoint = await openScriptedEndpoint({
      key,
      script: () => ({ kind: 'status', status: 403, message, code: key }),
    });
    expectNoSecret(await catchFault(open(endpoint)), key);
  });

  it('that sends elsewhere does not take the key there', async () => {
    const other = await openScriptedEndpoint();
    const headers = { location: `${other.url}/chat/completions` };
    const endpoint = await openScriptedEndpoint(always({ kind: 'status', status: 308, headers }));
    expect((await catchFault(open(endpoint))).code).toBe('ERR_MODELE_REPONSE');
    expect(other.connections).toBe(0);
  });

  it.each<[string, Reply]>([
    ['a moment of failure', { kind: 'status', status: 503 }],
    ['a moment of crowd', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }],
    ['a cut', { kind: 'reset' }],
  ])('is forgiven %s', async (_, reply) => {
    const endpoint = await openScriptedEndpoint({ script: [reply, reply, GOOD] });
    const { signal } = new AbortController();
    expect(await open(endpoint).writeDraft(MESSAGES, Draft, { signal })).toMatchObject({ draft: { mots: 'Bonjour' } });
  });

  it('is told the same when tools are asked for', async () => {
    const endpoint = await openScriptedEndpoint(always({ kind: 'status', status: 500, message: 'tools are disabled' }));
    const { signal } = new AbortController();
    await expect(open(endpoint).chooseTools(MESSAGES, TOOLS, { signal })).rejects.toMatchObject({
      code: 'ERR_MODELE_INJOIGNABLE',
    });
  });
});

/** Neither the key nor the words of a person: not in what is told, nor in what is kept. */
function expectNoSecret(error: ModelError, key: string): void {
  const kept = [
    String(error),
    error.stack,
    error.remedy,
    JSON.stringify(error),
    String(error.cause),
    JSON.stringify(toIncident(error)),
  ].join('\n');
  expect(kept).not.toContain(key);
  expect(kept).not.toContain('Odile');
  expect(error.cause).toBeUndefined();
}
