import { describe, expect, it } from 'vitest';
import { settleCompletion } from './settle-completion.ts';

function settle(message: object, others: object = {}, asksJson = false) {
  return settleCompletion({ choices: [{ message }], ...others }, asksJson);
}

describe('settleCompletion', () => {
  it.each([
    ['Bonjour', 'Bonjour'],
    [null, ''],
    [undefined, ''],
    [['Bon', 'jour'], 'Bonjour'],
    [
      [
        { type: 'thinking', thinking: [] },
        { type: 'text', text: 'Bonjour' },
      ],
      'Bonjour',
    ],
    [[{ type: 'output_text', text: 'Bonjour' }, { type: 'image_url' }], 'Bonjour'],
  ])('reads the content %j', (content, words) => {
    expect(settle({ content })).toMatchObject({ choices: [{ message: { content: words } }] });
  });

  it('gives each call an identifier of its own, and JSON for arguments', () => {
    const calls = ['{}', '', null, undefined, { a: 'b' }, '{"a', '[]'];
    const written = calls.map((args) => ({ id: 'same', function: { name: 'taille', arguments: args } }));
    const { choices } = settle({ tool_calls: written }) as {
      choices: { message: { tool_calls: { id: string; function: { arguments: string } }[] } }[];
    };
    const settled = choices[0]?.message.tool_calls ?? [];
    expect(new Set(settled.map(({ id }) => id)).size).toBe(calls.length);
    expect(settled.map((call) => JSON.parse(call.function.arguments))).toEqual([{}, {}, {}, {}, { a: 'b' }, '{"a', []]);
  });

  it.each([
    [
      { prompt_tokens: 3, completion_tokens: 4 },
      { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
    ],
    [{ prompt_tokens: -9, completion_tokens: 4 }, undefined],
    [{ prompt_tokens: 1e300, completion_tokens: 4 }, undefined],
    [{ prompt_tokens: '3', completion_tokens: 4 }, undefined],
    [{}, undefined],
    [null, undefined],
  ])('believes of the tokens %j what may be', (usage, believed) => {
    expect(settle({ content: '' }, { usage })).toMatchObject({ choices: [{}] });
    expect((settle({ content: '' }, { usage }) as { usage?: object }).usage).toEqual(believed);
  });

  it.each([
    ['REPONSE', {}],
    ['REPONSE', { choices: [] }],
    ['REPONSE', { choices: [{}] }],
    ['REPONSE', { choices: [{ message: { content: 12 } }] }],
    ['REPONSE', { choices: [{ message: { tool_calls: [{ id: 'a' }] } }] }],
    ['REPONSE', { choices: [{ message: { content: '{"a":' }, finish_reason: 'length' }] }],
    ['REFUS', { choices: [{ message: { content: null }, finish_reason: 'content_filter' }] }],
    ['REFUS', { choices: [{ message: { content: null, refusal: 'Non.' } }] }],
  ])('tells as %s %j', (fault, json) => {
    expect(() => settleCompletion(json, false)).toThrow(expect.objectContaining({ code: `ERR_MODELE_${fault}` }));
  });

  it('takes an object out of what stands around it, when one was asked for', () => {
    const content = 'Voici : {"mots": "a"} !';
    expect(settle({ content }, {}, true)).toMatchObject({ choices: [{ message: { content: '{"mots":"a"}' } }] });
    expect(() => settle({ content: 'Voici.' }, {}, true)).toThrow('pas d’objet JSON');
  });
});
