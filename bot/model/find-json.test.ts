import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJson } from './find-json.ts';

const OBJECT = { segments: [{ mots: 'a } { "b', enonce: null }] };
const JSON_TEXT = JSON.stringify(OBJECT);

it.each([
  ['alone', JSON_TEXT],
  ['in a fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  ['after words', `Voici l’objet demandé : ${JSON_TEXT}`],
  ['before words', `${JSON_TEXT}\n\nN’hésitez pas !`],
  ['after braces that are not JSON', `{segments} et {"a": } puis ${JSON_TEXT}`],
  ['after a brace that never closes', `{ ou bien ${JSON_TEXT}`],
  ['after a thought', `<think>{"segments": []}</think>${JSON_TEXT}`],
  ['after two thoughts', `<think>a</think> <THINKING>{"b": 1}</THINKING>${JSON_TEXT}`],
  ['after a thought that never ends', `<think> hum ${JSON_TEXT}`],
  ['after a thought whose beginning is not there', `{"segments": []} donc</think>\n${JSON_TEXT}`],
  ['before a thought', `${JSON_TEXT}<think>voilà</think>`],
  ['twice', `${JSON_TEXT} ${JSON.stringify({ other: true })}`],
])('finds an object %s', (_, text) => {
  expect(findJson(text)).toEqual(OBJECT);
});

it('keeps the words of an object, whatever they are', () => {
  expect(findJson('{"mots": "<think>a</think>"}')).toEqual({ mots: '<think>a</think>' });
});

it.each(['', 'Bonjour', '[1, 2]', 'null', '{"a": 1', '}{', '<think>{"a":true}</think>'])('finds none in %s', (text) => {
  expect(findJson(text)).toBeUndefined();
});

it('finds any object among words without braces', () => {
  const words = fc.string().map((text) => text.replaceAll(/[{}<>]/g, ''));
  fc.assert(
    fc.property(words, fc.dictionary(fc.string(), fc.jsonValue()), words, (before, object, after) => {
      const written = JSON.stringify(object);
      expect(JSON.stringify(findJson(`${before}${written}${after}`))).toBe(JSON.stringify(JSON.parse(written)));
    }),
  );
});

it('does not take long over braces that never close', () => {
  const started = performance.now();
  expect(findJson('{"a":'.repeat(100_000))).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(2000);
});
