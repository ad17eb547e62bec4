import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Oddity } from '#bot/testing/scripted-endpoint/capabilities.ts';
import { openScriptedEndpoint } from '#bot/testing/scripted-endpoint/open-scripted-endpoint.ts';
import type { ScriptedEndpointOptions } from '#bot/testing/scripted-endpoint/start-scripted-endpoint.ts';
import type { ModelMessage, ModelTool } from '../chat-model.ts';
import { createLangchainModel } from './create-langchain-model.ts';

const Draft = z.strictObject({
  segments: z.array(z.strictObject({ mots: z.string(), enonce: z.string().nullable() })),
});
const DRAFT = { segments: [{ mots: 'Bonjour,', enonce: 'eb' }] };
const MESSAGES: readonly ModelMessage[] = [
  { role: 'system', text: 'Choisissez des énoncés.' },
  { role: 'user', text: 'Combien pour ⟦nombre⟧ habitants ?' },
];
const TAILLE: ModelTool = {
  name: 'taille',
  description: 'La taille d’une communauté.',
  schema: z.strictObject({ population: z.enum(['qb', 'qc']), detail: z.boolean().optional() }),
};
const CALLS = { kind: 'calls', calls: [{ name: 'taille', args: { population: 'qb' } }] } as const;
const SIGNAL = { signal: new AbortController().signal };

async function open(options: ScriptedEndpointOptions) {
  const endpoint = await openScriptedEndpoint(options);
  const settings = { baseUrl: endpoint.url, apiKey: endpoint.key, model: endpoint.model };
  return { endpoint, model: createLangchainModel(settings) };
}

describe('chooseTools', () => {
  it('offers tools and gives the calls, with the tokens', async () => {
    const { endpoint, model } = await open({ script: [CALLS] });
    const reply = await model.chooseTools(MESSAGES, [TAILLE], SIGNAL);
    expect(reply.calls).toEqual([{ id: expect.stringMatching(/^\w+$/), name: 'taille', args: { population: 'qb' } }]);
    expect(reply.usage).toEqual({ input: expect.any(Number), output: expect.any(Number) });
    expect(endpoint.exchanges).toMatchObject([
      {
        tools: [{ function: { name: 'taille', parameters: { properties: { population: { enum: ['qb', 'qc'] } } } } }],
        messages: [{ role: 'system' }, { role: 'user', content: 'Combien pour ⟦nombre⟧ habitants ?' }],
        body: { model: endpoint.model, temperature: 0, max_tokens: 4096 },
      },
    ]);
    // Nothing that is sent but the bounds holds a figure.
    const { messages, tools } = endpoint.exchanges[0] as { messages: unknown; tools: unknown };
    expect(JSON.stringify([messages, tools])).not.toMatch(/\d/);
  });

  it('sends back calls and their results, whatever a model called them', async () => {
    const { endpoint, model } = await open({ script: [CALLS] });
    const exchange: readonly ModelMessage[] = [
      ...MESSAGES,
      {
        role: 'assistant',
        text: '',
        calls: [
          { id: 'a', name: 'taille', args: { population: 'qb' } },
          { id: 'b', name: 'la taille !', args: '{broken' },
        ],
      },
      { role: 'tool', call: 'a', text: 'eb' },
      { role: 'tool', call: 'b', text: 'Outil inconnu.' },
    ];
    await model.chooseTools(exchange, [TAILLE], SIGNAL);
    expect(endpoint.exchanges[0]).toMatchObject({
      messages: [
        {},
        {},
        {
          tool_calls: [
            { id: 'a', function: { name: 'taille', arguments: '{"population":"qb"}' } },
            { id: 'b', function: { name: 'la_taille__', arguments: '{}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'a', content: 'eb' },
        { role: 'tool', tool_call_id: 'b', content: 'Outil inconnu.' },
      ],
    });
  });

  it('gives what a model wrote badly as it wrote it', async () => {
    const { model } = await open({ script: [{ kind: 'calls', calls: [{ name: 'taille', args: '{"popul' }] }] });
    const { calls } = await model.chooseTools(MESSAGES, [TAILLE], SIGNAL);
    expect(calls).toEqual([{ id: expect.any(String), name: 'taille', args: '{"popul' }]);
  });

  it('does without tools where there are none, and does not ask again', async () => {
    const { endpoint, model } = await open({ noTools: true });
    expect(await model.chooseTools(MESSAGES, [TAILLE], SIGNAL)).toMatchObject({ calls: [], text: '' });
    expect(await model.chooseTools(MESSAGES, [TAILLE], SIGNAL)).toMatchObject({ calls: [], text: '' });
    expect(endpoint.refusals).toHaveLength(1);
  });

  it('sends nothing when there is nothing to offer', async () => {
    const { endpoint, model } = await open({});
    expect(await model.chooseTools(MESSAGES, [], SIGNAL)).toMatchObject({ calls: [] });
    expect(endpoint.connections).toBe(0);
  });
});

describe('writeDraft', () => {
  it('asks for a strict schema', async () => {
    const { endpoint, model } = await open({ script: [{ kind: 'draft', draft: DRAFT }] });
    expect(await model.writeDraft(MESSAGES, Draft, SIGNAL)).toMatchObject({ draft: DRAFT });
    expect(endpoint.exchanges).toMatchObject([
      { format: 'json_schema', body: { response_format: { json_schema: { strict: true } } } },
    ]);
    expect(endpoint.refusals).toEqual([]);
  });

  it.each([
    [{ noJsonSchema: true }, 'json_object', 1],
    [{ noJsonSchema: true, noJsonObject: true }, 'text', 2],
  ] as const)('falls back where %j to %s, and remembers', async (lacks, format, refusals) => {
    const reply = { kind: 'text', text: `Voici :\n\`\`\`json\n${JSON.stringify(DRAFT)}\n\`\`\`\nVoilà.` } as const;
    const { endpoint, model } = await open({ ...lacks, script: [reply, reply] });
    expect(await model.writeDraft(MESSAGES, Draft, SIGNAL)).toMatchObject({ draft: DRAFT });
    expect(await model.writeDraft(MESSAGES, Draft, SIGNAL)).toMatchObject({ draft: DRAFT });
    expect(endpoint.exchanges).toMatchObject([{ format }, { format }]);
    expect(endpoint.refusals).toHaveLength(refusals);
    expect(model.abilities().format).toBe(format);
    const [told] = (endpoint.exchanges[0] as { messages: readonly { content: string }[] }).messages;
    expect(told?.content).toContain('"enonce"');
    expect(told?.content).not.toMatch(/\d/);
  });

  it('learns that a model has its own bound, and no temperature', async () => {
    const { endpoint, model } = await open({ noSampling: true, script: [{ kind: 'draft', draft: DRAFT }] });
    expect(await model.writeDraft(MESSAGES, Draft, SIGNAL)).toMatchObject({ draft: DRAFT });
    expect(endpoint.exchanges[0]?.body).toHaveProperty('max_completion_tokens', 4096);
    expect(endpoint.exchanges[0]?.body).not.toHaveProperty('temperature');
  });

  it('estimates tokens that are not counted', async () => {
    const { model } = await open({ noUsage: true, script: [{ kind: 'draft', draft: DRAFT }] });
    const { usage } = await model.writeDraft(MESSAGES, Draft, SIGNAL);
    expect(usage.input).toBeGreaterThan(30);
    expect(usage.output).toBeGreaterThan(10);
  });
});

const ODDITIES: readonly Oddity[] = [
  ...(['content-parts', 'short-call-ids', 'no-call-ids', 'object-arguments'] as const),
  ...(['reasoning-content', 'thinking-tags', 'extra-fields', 'stop-with-calls'] as const),
];

describe.each([...ODDITIES.map((oddity) => [oddity]), ODDITIES])('an endpoint with %s', (...oddities) => {
  it('is understood', async () => {
    const calls = [...CALLS.calls, { name: 'taille', args: { population: 'qc' } }];
    const { model } = await open({
      oddities,
      script: [
        { kind: 'calls', calls },
        { kind: 'draft', draft: DRAFT },
      ],
    });
    const reply = await model.chooseTools(MESSAGES, [TAILLE], SIGNAL);
    expect(reply.calls.map(({ args }) => args)).toEqual([{ population: 'qb' }, { population: 'qc' }]);
    const ids = reply.calls.map(({ id }) => id);
    expect(new Set(ids.filter((id) => id !== '')).size).toBe(2);
    expect(await model.writeDraft(MESSAGES, Draft, SIGNAL)).toMatchObject({ draft: DRAFT });
  });
});

it('counts the pieces of a stream', async () => {
  const { model } = await open({ script: [{ kind: 'text', text: 'Bonjour à toutes et à tous.' }] });
  expect(await model.stream('Bonjour', SIGNAL)).toBeGreaterThan(1);
});
