import fc from 'fast-check';
import { toOrdinal as toEnglish } from 'n2words/en-GB';
import { toOrdinal as toBelgian } from 'n2words/fr-BE';
import { toOrdinal as toFrench } from 'n2words/fr-FR';
import { describe, expect, it } from 'vitest';
import { foldWord } from './fold-text.ts';
import { readOrdinalWords } from './number-words-ordinals.ts';
import { findRomanValue, findSingleRomanValue } from './number-words-roman.ts';

function read(text: string): number | undefined {
  const words = foldWord(text).split(/[ -]/);
  const reading = readOrdinalWords(words, 0);
  return reading?.count === words.length ? reading.value : undefined;
}

describe('readOrdinalWords', () => {
  it.each([
    ['French', (value: number) => toFrench(value)],
    ['Belgian French', (value: number) => toBelgian(value)],
    ['English', (value: number) => toEnglish(value)],
  ])('reads back the ordinals spelled in %s', (_name, spell) => {
    for (let value = 1; value <= 1_200; value += 1) expect(read(spell(value)), spell(value)).toBe(value);
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), (value) => read(spell(value)) === value));
  });

  it.each(['problème', 'même', 'système', 'health', 'month', 'with', 'deux', 'énième'])('refuses « %s »', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('findRomanValue', () => {
  it.each([
    ['II', 2],
    ['XIV', 14],
    ['MMXXVI', 2026],
    ['IIe', 2],
    ['Ve', 5],
    ['Ier', 1],
    ['XXIeme', 21],
    ['xiv', 14],
    ['XlV', 14],
  ])('reads « %s » as %d', (text, value) => {
    expect(findRomanValue(text)).toBe(value);
  });

  it.each(['CV', 'MM', 'CD', 'CDI', 'CPAM', 'IIII', 'VX', 'Vers', 'Me', 'Il', 'I', 'mi', 'di', 'VIE', 'CIVIL'])(
    'leaves « %s » to its word',
    (text) => {
      expect(findRomanValue(text)).toBeUndefined();
    },
  );

  it('reads a single letter only when asked to', () => {
    expect(findSingleRomanValue('V')).toBe(5);
    expect(findSingleRomanValue('C')).toBeUndefined();
  });
});
