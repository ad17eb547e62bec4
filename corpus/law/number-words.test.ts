import fc from 'fast-check';
import { toCardinal as toEnglishGb } from 'n2words/en-GB';
import { toCardinal as toEnglishUs } from 'n2words/en-US';
import { toCardinal as toBelgian } from 'n2words/fr-BE';
import { toCardinal as toFrench } from 'n2words/fr-FR';
import { describe, expect, it } from 'vitest';
import { parseNumberWords, readNumberWords } from './number-words.ts';

describe('parseNumberWords', () => {
  const spellers: readonly (readonly [string, (value: number) => string])[] = [
    ['French', (value) => toFrench(value)],
    ['French, all hyphens', (value) => toFrench(value, { withHyphenSeparator: true })],
    ['French, no hyphen', (value) => toFrench(value).replaceAll('-', ' ')],
    ['French, upper case', (value) => toFrench(value).toUpperCase()],
    ['French, without the plural s', (value) => toFrench(value).replace(/(vingt|cent|million|milliard)s/g, '$1')],
    ['French, with faulty plurals', (value) => toFrench(value).replace(/(quatre.vingt|deux cent)(?!s)\b/g, '$1s')],
    ['Belgian French', (value) => toBelgian(value)],
    ['Swiss French', (value) => toBelgian(value).replace(/quatre-vingts?/g, 'huitante')],
    ['American English', (value) => toEnglishUs(value)],
    ['English with and', (value) => toEnglishUs(value, { and: true })],
    ['English by hundreds', (value) => toEnglishUs(value, { hundredPairing: true })],
    ['British English', (value) => toEnglishGb(value)],
    ['English, no hyphen', (value) => toEnglishGb(value).replaceAll('-', ' ')],
    ['English, article for one', (value) => toEnglishGb(value).replace(/^one (?=hundred|thousand|million)/, 'a ')],
  ];

  it.each(spellers)('reads back every number spelled in %s', (_name, spell) => {
    for (let value = 0; value <= 2_500; value += 1) expect(parseNumberWords(spell(value)), spell(value)).toBe(value);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (value) => parseNumberWords(spell(value)) === value),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 999_999_999_999 }), (value) => {
        return parseNumberWords(spell(value)) === value;
      }),
      { numRuns: 500 },
    );
  });

  it('reads back numbers whose words are glued together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 17, max: 999_999 }), (value) => {
        expect(parseNumberWords(toFrench(value).replace(/[ -]/g, ''))).toBe(value);
      }),
    );
  });

  it.each([
    ['quatre vingts dix sept', 97],
    ['quatre-vingt et un', 81],
    ['soixante-et-onze', 71],
    ['septante deux', 72],
    ['huitante et un', 81],
    ['octante', 80],
    ['mille deux', 1_002],
    ['deux mille', 2_000],
    ['mille et un', 1_001],
    ['cent', 100],
    ['deux cent', 200],
    ['deux cents deux', 202],
    ['quinze cents', 1_500],
    ['dix-neuf cent quatre-vingt-quatre', 1_984],
    ['mil neuf cent quatorze', 1_914],
    ['milles', 1_000],
    ['cent mille', 100_000],
    ['mille milliards', 1_000_000_000_000],
    ['un billion', 1_000_000_000_000],
    ['one billion', 1_000_000_000],
    ['six billion', 6_000_000_000],
    ['a hundred and five', 105],
    ['a thousand', 1_000],
    ['eighty five thousand', 85_000],
    ['eightyfive thousand', 85_000],
    ['zéro', 0],
    ['vingtetun', 21],
  ])('reads « %s » as %d', (text, value) => {
    expect(parseNumberWords(text)).toBe(value);
  });

  it.each([
    '',
    'et',
    'million',
    'thousand',
    'deux trois',
    'vingt et deux',
    'deux et',
    'mille quinze cents',
    'a',
    'habitants',
    'cent pour cent',
    'un million million',
    'vingt cents',
  ])('refuses « %s »', (text) => {
    expect(parseNumberWords(text)).toBeUndefined();
  });
});

describe('readNumberWords', () => {
  it('stops where the number stops', () => {
    expect(readNumberWords(['deux', 'mille', 'trois', 'habitants'], 0)).toEqual({ value: 2_003, count: 3 });
    expect(readNumberWords(['les', 'deux', 'trois'], 1)).toEqual({ value: 2, count: 1 });
    expect(readNumberWords(['vingt', 'et', 'des'], 0)).toEqual({ value: 20, count: 1 });
  });
});
