import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '#corpus/law/find-figures.ts';
import { TODAY } from '../testing/load-test-assembly.ts';
import { parseShareValue, renderShareValue } from './share-value.ts';

describe('the value of a share button', () => {
  it('gives the question and its day back, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (text) => {
        const value = renderShareValue({ text, today: TODAY });
        expect(value).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(parseShareValue(value ?? '')).toEqual({ text, today: TODAY });
      }),
    );
  });

  it('keeps half of a character as it came', () => {
    const question = { text: 'a\ud83d', today: TODAY };
    expect(parseShareValue(renderShareValue(question) ?? '')).toEqual(question);
  });

  it('is at most 2 000 characters long: a longer question has no button', () => {
    // ["…","2026-11-21"] is 17 characters more than the question, and four characters stand for three.
    const longest = { text: 'a'.repeat(1500 - 17), today: TODAY };
    expect(renderShareValue(longest)).toHaveLength(2000);
    expect(renderShareValue({ ...longest, text: `${longest.text}a` })).toBeUndefined();
    expect(renderShareValue({ ...longest, text: 'é'.repeat(750) })).toBeUndefined();
  });

  it('is not made of a question without words, which would not be taken back', () => {
    expect(renderShareValue({ text: '', today: TODAY })).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '§§§'],
    ['base64 of no JSON', encode('bonjour')],
    ['other JSON', encode('{"text":"x"}')],
    ['no words', encode('["","2026-11-21"]')],
    ['a day that does not exist', encode('["x","2026-02-30"]')],
    ['no day', encode('["x"]')],
    ['one thing more', encode('["x","2026-11-21","y"]')],
    ['words that are no text', encode('[75000,"2026-11-21"]')],
  ])('is not read when it holds %s', (_, value) => {
    expect(parseShareValue(value)).toBeUndefined();
  });

  it('hides the words from whoever reads it', () => {
    const value = renderShareValue({ text: 'douze mille', today: TODAY }) ?? '';
    expect(value).not.toContain('douze');
    expect(findFigures('douze mille')).not.toEqual([]);
  });
});

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
