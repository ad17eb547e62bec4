import { describe, expect, it } from 'vitest';
import { toStatusError } from '../wire/to-wire-error.ts';
import { type Abilities, EVERY_ABILITY, lowerAbilities, type Wish } from './abilities.ts';

/** What an endpoint refuses, as it writes it. */
function lower(status: number, message: string, wish: Wish, abilities: Abilities = EVERY_ABILITY) {
  const error = toStatusError(status, new Headers(), JSON.stringify({ error: { message } }));
  return lowerAbilities(abilities, wish, error);
}

describe('lowerAbilities', () => {
  it.each([
    [400, 'this model does not support tools'],
    [400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'],
    [404, 'No endpoints found that support tool use'],
    [400, 'Function calling is not enabled for this model'],
    [422, 'Extra inputs are not permitted: tools'],
    [400, 'Unrecognized parameter: tools'],
  ])('does without tools at %i « %s »', (status, message) => {
    expect(lower(status, message, 'tools')).toEqual({ ...EVERY_ABILITY, tools: false });
  });

  it.each([
    [400, 'Invalid JSON in the arguments of the call'],
    [400, "messages with role 'tool' must be a response to a preceding message"],
    [401, 'this key does not support tools'],
    [429, 'tools are not available now'],
    [500, 'tools are disabled'],
    [404, 'The model `m` does not exist'],
  ])('keeps tools at %i « %s »', (status, message) => {
    expect(lower(status, message, 'tools')).toBeUndefined();
  });

  it('goes down one form at a time, whatever the words of the refusal', () => {
    const object = lower(400, "'response_format' of type 'json_schema' is not supported", 'draft');
    expect(object).toEqual({ ...EVERY_ABILITY, format: 'json_object' });
    const text = lower(422, 'Bad request', 'draft', object);
    expect(text).toEqual({ ...EVERY_ABILITY, format: 'text' });
    expect(lower(400, 'Bad request', 'draft', text)).toBeUndefined();
  });

  it('goes down too where no server takes the form, but not where there is no such model', () => {
    const message = 'No endpoints found that can handle the requested parameters';
    expect(lower(404, message, 'draft')).toEqual({ ...EVERY_ABILITY, format: 'json_object' });
    expect(lower(404, 'The model `m` does not exist', 'draft')).toBeUndefined();
  });

  it.each([
    ["Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", { bound: 'max_completion_tokens' }],
    ["Unsupported value: 'temperature' does not support this value.", { temperature: false }],
  ])('leaves out what « %s » names, whatever was wanted', (message, changed) => {
    for (const wish of ['words', 'tools', 'draft'] as const)
      expect(lower(400, message, wish)).toEqual({ ...EVERY_ABILITY, ...changed });
  });
});
