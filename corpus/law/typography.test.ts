import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTypography } from './typography.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

describe('toTypography', () => {
  it.each([
    ['75 000 €', `75${NARROW}000${NO_BREAK}€`],
    ['1 234 567 €', `1${NARROW}234${NARROW}567${NO_BREAK}€`],
    ['15 081,97 €', `15${NARROW}081,97${NO_BREAK}€`],
    ['80 %', `80${NARROW}%`],
    ['120 M€', `120${NARROW}M€`],
    ['1er mars 2024', `1er${NO_BREAK}mars 2024`],
    ['24 août 2019', `24${NO_BREAK}août 2019`],
    ['10 maisons', '10 maisons'],
    ['« amorçage »', `«${NO_BREAK}amorçage${NO_BREAK}»`],
    ['Quoi ? Ceci : cela ; fini !', `Quoi${NARROW}? Ceci${NARROW}: cela${NARROW}; fini${NARROW}!`],
    ["l'accord", 'l’accord'],
    ['2019 2020', '2019 2020'], // two years are not one number
    ['pre\u0301vention', 'prévention'],
  ])('writes « %s » as French print does', (plain, typographic) => {
    expect(toTypography(plain)).toBe(typographic);
  });

  it('changes nothing but spaces, apostrophes and the form of accents', () => {
    const text = fc.string({
      unit: fc.constantFrom('0', '1', ' ', '€', '%', '«', '»', ':', '?', 'é', 'a', "'", 'mai'),
    });
    function plain(value: string): string {
      return value.replace(/[\u202f\u00a0]/gu, ' ').replace(/’/gu, "'");
    }
    fc.assert(
      fc.property(text, (value) => {
        expect(plain(toTypography(value))).toBe(value);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '12', ' ', '€', '«', '»', ';', ' mars ', "'") }), (value) => {
        expect(toTypography(toTypography(value))).toBe(toTypography(value));
      }),
    );
  });
});
