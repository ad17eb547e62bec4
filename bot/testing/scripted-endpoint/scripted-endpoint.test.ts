import { expect, it } from 'vitest';
import { openScriptedEndpoint } from './open-scripted-endpoint.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from './start-scripted-endpoint.ts';

const MESSAGES = [{ role: 'user', content: 'Bonjour' }];
const DRAFT = {
  type: 'object',
  properties: { mots: { type: 'string' } },
  required: ['mots'],
  additionalProperties: false,
};

it('plays its script in order, and writes down what it was asked', async () => {
  const endpoint = await openScriptedEndpoint({
    script: [
      { kind: 'text', text: 'Bonjour.' },
      { kind: 'draft', draft: { mots: 'ab' } },
    ],
  });
  const first = await post(endpoint, { messages: MESSAGES });
  expect(first.json).toMatchObject({ choices: [{ message: { content: 'Bonjour.' }, finish_reason: 'stop' }] });
  const second = await post(endpoint, { messages: MESSAGES, response_format: toForm(DRAFT) });
  expect(second.json).toMatchObject({ choices: [{ message: { content: '{"mots":"ab"}' } }] });
  expect(endpoint.exchanges).toMatchObject([
    { kind: 'chat', messages: MESSAGES, tools: [], format: 'text', schema: undefined },
    { format: 'json_schema', schema: DRAFT },
  ]);
  expect(JSON.stringify(endpoint.exchanges)).not.toContain(endpoint.key);
});

it('fails what nothing was scripted for, and remembers it', async () => {
  const endpoint = await startScriptedEndpoint();
  expect((await post(endpoint, { messages: MESSAGES })).status).toBe(500);
  expect(endpoint.unexpected).toEqual(['POST /chat/completions: nothing is scripted for exchange 1']);
  await endpoint.stop();
  await endpoint.stop();
});

it('streams text, calls and tokens', async () => {
  const endpoint = await openScriptedEndpoint({
    script: [{ kind: 'calls', text: 'Je cherche.', calls: [{ name: 'taille', args: { population: 'handle-b' } }] }],
  });
  const tools = [{ type: 'function', function: { name: 'taille', parameters: DRAFT, strict: true } }];
  const { text } = await post(endpoint, {
    messages: MESSAGES,
    tools,
    stream: true,
    stream_options: { include_usage: true },
  });
  const events = text.trim().split('\n\n');
  expect(events.at(-1)).toBe('data: [DONE]');
  const chunks = events.slice(0, -1).map((event) => JSON.parse(event.slice('data: '.length)));
  const deltas = chunks.map(({ choices }) => choices[0]?.delta ?? {});
  expect(deltas.map(({ content }) => content ?? '').join('')).toBe('Je cherche.');
  const pieces = deltas.flatMap((delta) => delta.tool_calls ?? []).map((call) => call.function.arguments);
  expect(pieces.length).toBeGreaterThan(2);
  expect(JSON.parse(pieces.join(''))).toEqual({ population: 'handle-b' });
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: expect.any(Number) } });
});

const CALL = { id: 'c1', type: 'function', function: { name: 'taille', arguments: '{}' } };
const TOOL = { type: 'function', function: { name: 'taille' } };

it.each([
  ['an unknown parameter', { store: true }],
  ['an unknown role', { messages: [{ role: 'robot', content: 'x' }] }],
  ['no message', { messages: [] }],
  ['a result before any call', { messages: [{ role: 'tool', tool_call_id: 'c1', content: 'x' }] }],
  ['a call without its result', { messages: [{ role: 'assistant', tool_calls: [CALL] }, ...MESSAGES] }],
  ['a result given twice', { messages: [{ role: 'assistant', tool_calls: [CALL] }, toResult('c1'), toResult('c1')] }],
  ['a name of tool that has a space', { tools: [{ type: 'function', function: { name: 'la taille' } }] }],
  ['a tool given twice', { tools: [TOOL, TOOL] }],
  ['tools whose schema is no object', { tools: [toTool({ type: 'string' })] }],
  ['a choice of tools without tools', { tool_choice: 'auto' }],
  ['options of streaming without a stream', { stream_options: { include_usage: true } }],
  ['JSON mode when no message says so', { response_format: { type: 'json_object' } }],
  ['both bounds of tokens', { max_tokens: 5, max_completion_tokens: 5 }],
  ['an optional property', { response_format: toForm({ ...DRAFT, required: [] }) }],
  ['an open object', { response_format: toForm({ ...DRAFT, additionalProperties: true }) }],
  ['a property nobody described', { response_format: toForm({ ...DRAFT, required: ['mots', 'autre'] }) }],
  ['oneOf', { response_format: toForm(within({ oneOf: [{ type: 'string' }] })) }],
  ['allOf', { response_format: toForm(within({ allOf: [{ type: 'string' }] })) }],
  ['not', { response_format: toForm(within({ not: { type: 'string' } })) }],
  ['a bound on the length of a string', { response_format: toForm(within({ type: 'string', maxLength: 3 })) }],
  ['a pattern of properties', { response_format: toForm({ ...DRAFT, patternProperties: {} }) }],
  ['anyOf at the root', { response_format: toForm({ ...DRAFT, anyOf: [DRAFT] }) }],
  ['oneOf in a strict tool', { tools: [toTool(within({ oneOf: [] }), true)] }],
  ['oneOf deep in a list', { response_format: toForm(within({ type: 'array', items: { oneOf: [] } })) }],
])('refuses %s', async (_, body) => {
  const endpoint = await startScriptedEndpoint();
  const { status, json } = await post(endpoint, { messages: MESSAGES, ...body });
  expect({ status, json }).toMatchObject({ status: 400, json: { error: { type: 'invalid_request_error' } } });
  expect(endpoint.refusals).toHaveLength(1);
  expect(endpoint.unexpected).toHaveLength(1);
  await endpoint.stop();
});

it.each([
  ['noJsonSchema', { response_format: toForm(DRAFT) }],
  ['noJsonObject', { messages: [{ role: 'user', content: 'json' }], response_format: { type: 'json_object' } }],
  ['noTools', { tools: [TOOL] }],
  ['noStreaming', { stream: true }],
  ['noSampling', { temperature: 0 }],
  ['noSampling', { max_tokens: 12 }],
] as const)('%s refuses what the endpoint then cannot do, and nothing else', async (capability, body) => {
  const script = [{ kind: 'text', text: 'ok' }] as const;
  const without = await openScriptedEndpoint({ [capability]: true });
  expect((await post(without, { messages: MESSAGES, ...body })).status).toBe(400);
  const able = await openScriptedEndpoint({ script });
  expect((await post(able, { messages: MESSAGES, ...body })).status).toBe(200);
});

it('knows its key, its models and its addresses', async () => {
  const endpoint = await openScriptedEndpoint({ models: ['petit'] });
  expect((await post({ ...endpoint, key: 'sk-other' }, { messages: MESSAGES })).status).toBe(401);
  expect((await post(endpoint, { messages: MESSAGES, model: 'grand' })).status).toBe(404);
  const headers = { authorization: `Bearer ${endpoint.key}` };
  expect(await (await fetch(`${endpoint.url}/models`, { headers })).json()).toMatchObject({ data: [{ id: 'petit' }] });
  expect((await fetch(`${endpoint.url}/responses`, { method: 'POST', headers })).status).toBe(404);
});

it('gives vectors as numbers or packed', async () => {
  const vectors = { kind: 'vectors', vectors: [[0.5, -1]] } as const;
  const endpoint = await openScriptedEndpoint({ script: [vectors, vectors] });
  const plain = await post(endpoint, { input: ['a'] }, '/embeddings');
  expect(plain.json).toMatchObject({ data: [{ index: 0, embedding: [0.5, -1] }] });
  const packed = await post(endpoint, { input: 'a', encoding_format: 'base64' }, '/embeddings');
  expect(packed.json).toMatchObject({ data: [{ embedding: 'AAAAPwAAgL8=' }] });
});

it.each([[{ kind: 'reset' }], [{ kind: 'reset', late: true }]] as const)('cuts the connection: %j', async (reply) => {
  const endpoint = await openScriptedEndpoint({ script: [reply] });
  await expect(post(endpoint, { messages: MESSAGES })).rejects.toThrow();
});

it('pours as much as asked, and stops when nobody reads', async () => {
  const endpoint = await openScriptedEndpoint({ script: [{ kind: 'huge', bytes: 3_000_000 }, { kind: 'endless' }] });
  expect((await post(endpoint, { messages: MESSAGES })).text.length).toBeGreaterThan(3_000_000);
  await expect(post(endpoint, { messages: MESSAGES }, undefined, AbortSignal.timeout(100))).rejects.toThrow();
});

function toForm(schema: object) {
  return { type: 'json_schema', json_schema: { name: 'brouillon', strict: true, schema } };
}

function toTool(parameters: object, strict = false) {
  return { type: 'function', function: { name: 'taille', parameters, strict } };
}

function toResult(id: string) {
  return { role: 'tool', tool_call_id: id, content: 'x' };
}

function within(schema: object) {
  return { ...DRAFT, properties: { mots: schema } };
}

async function post(
  { url, key, model }: Pick<ScriptedEndpoint, 'url' | 'key' | 'model'>,
  body: object,
  path = '/chat/completions',
  signal: AbortSignal | null = null,
) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, ...body }),
    signal,
  });
  const text = await response.text();
  const json: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
  return { status: response.status, text, json };
}
