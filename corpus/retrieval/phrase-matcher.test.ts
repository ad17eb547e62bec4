import { describe, expect, it } from 'vitest';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({
  francais: ['le', 'un', 'notre', 'des', 'sous', 'de', 'il', 'y', 'a'],
  anglais: ['the'],
});
const match = createPhraseMatcher(
  [
    ['casser le contrat', 'résiliation'],
    ['contrat', 'contrat'],
    ['des sous', 'argent'],
  ],
  tokenizer,
);

describe('createPhraseMatcher', () => {
  it.each([
    ['il veut casser notre contrat', ['résiliation', 'contrat']],
    ['casser les contrats', ['contrat']],
    ['casser un CONTRAT', ['résiliation', 'contrat']],
    ['casser', []],
    ['il y a des sous', ['argent']],
    // Empty words are compared as they are, and a part of a compound is not a word.
    ['de sous', []],
    ['des sous-traitants', []],
  ])('in « %s » finds %j', (text, expected) => {
    expect(match(tokenizer.tokenize(text)).map(({ value }) => value)).toEqual(expected);
  });

  it('says which tokens a phrase covers', () => {
    expect(match(tokenizer.tokenize('il veut casser notre contrat'))[0]).toEqual({
      value: 'résiliation',
      start: 2,
      end: 5,
    });
  });
});
