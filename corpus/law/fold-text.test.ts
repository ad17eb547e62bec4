import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWord, toOriginal } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Février', 'fevrier'],
    ['Quatre‑Vingts', 'quatre-vingts'],
    ['dou\u200Bze', 'douze'],
    ['de\u0301ux', 'deux'],
    ['75\u202F000\u00A0€', '75 000 €'],
    ['７５ ٧٥ 𝟕𝟓', '75 75 75'],
    ['l’an', "l'an"],
    ['cœur', 'coeur'],
    ['dеuх', 'deux'],
    ['𝐝𝐨𝐮𝐳𝐞', 'douze'],
    ['🅳🅴🆄🆇', 'deux'],
    ['2ᵉ', '2e'],
    ['½ ② ²', '½ ② ²'],
  ])('folds « %s » to « %s »', (text, folded) => {
    expect(foldWord(text)).toBe(folded);
  });

  it('keeps the case aside for Roman numerals', () => {
    expect(foldText('Titre ΙV').cased).toBe('Titre IV');
  });

  it('keeps both forms as long as the way back, in order and inside the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(folded.cased.length).toBe(folded.text.length);
        expect(folded.starts.length).toBe(folded.text.length);
        expect(folded.ends.length).toBe(folded.text.length);
        for (let at = 0; at < folded.text.length; at += 1) {
          expect(folded.starts[at] as number).toBeLessThan(folded.ends[at] as number);
          expect(folded.ends[at] as number).toBeLessThanOrEqual(text.length);
          if (at > 0) expect(folded.starts[at] as number).toBeGreaterThanOrEqual(folded.starts[at - 1] as number);
        }
      }),
    );
  });

  it('finds the way back over marks that were dropped', () => {
    const text = 'à d\u0301eu\u200Bx\u0336 !';
    const folded = foldText(text);
    const start = folded.text.indexOf('deux');
    expect(toOriginal(folded, start, start + 4)).toEqual({ start: 2, end: 9 });
  });
});
