import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import type { AnswerParts } from '../render/render-text.ts';
import { fitParts } from './fit-parts.ts';

/** Sixty characters, with the end of its line. */
const TROP_LONG: LicensedText = ['x'.repeat(59)];
const LIMIT = 10_000;

const line = (max: number) => fc.nat(max).map((length): LicensedText => ['a'.repeat(length + 1)]);
const rubrique = fc.record({ titre: line(40), lignes: fc.array(line(800), { minLength: 1, maxLength: 5 }) });
const parts: fc.Arbitrary<AnswerParts> = fc.record({
  enonces: fc.array(line(2000), { maxLength: 6 }),
  rubriques: fc.array(rubrique, { maxLength: 3 }),
  sources: fc.option(rubrique, { nil: undefined }),
  avis: fc.array(line(60), { maxLength: 1 }),
  jour: fc.option(line(60), { nil: undefined }),
});

describe('fitParts', () => {
  it('gives back what fits, to the last character', () => {
    const fitting = toParts(['a'.repeat(LIMIT - 1)]);
    expect(fitParts(fitting, TROP_LONG)).toBe(fitting);
    const passing = toParts(['a'.repeat(LIMIT)]);
    expect(fitParts(passing, TROP_LONG)).toEqual({ ...passing, enonces: [TROP_LONG] });
  });

  it('takes lines away from the end, and says so after the last claim', () => {
    const long = toParts(['un'], ['b'.repeat(9000)], ['c'.repeat(2000)], ['d']);
    // « d » would fit, but does not stand before what comes first.
    expect(fitParts(long, TROP_LONG).enonces).toEqual([['un'], ['b'.repeat(9000)], TROP_LONG]);
  });

  it('leaves no title without a line', () => {
    const rubriques = [
      { titre: ['Hypothèses'], lignes: [['b'.repeat(9000)]] },
      { titre: ['Non calculé'], lignes: [['c'.repeat(2000)]] },
    ];
    const fitted = fitParts({ ...toParts(['un']), rubriques }, TROP_LONG);
    expect(fitted.enonces).toEqual([['un'], TROP_LONG]);
    expect(fitted.rubriques).toEqual(rubriques.slice(0, 1));
  });

  it('keeps within the limit, with the sources and the day, and loses nothing in silence', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const fitted = fitParts(given, TROP_LONG);
        expect([fitted.sources, fitted.avis, fitted.jour]).toEqual([given.sources, given.avis, given.jour]);
        expect(measure(fitted)).toBeLessThanOrEqual(LIMIT);
        if (measure(given) <= LIMIT) expect(fitted).toBe(given);
        else expect(fitted.enonces.at(-1)).toBe(TROP_LONG);
      }),
      { numRuns: 1000 },
    );
  });
});

function toParts(...enonces: readonly LicensedText[]): AnswerParts {
  return { enonces, rubriques: [], sources: undefined, avis: [], jour: undefined };
}

function measure({ enonces, rubriques, sources, avis, jour }: AnswerParts): number {
  const lists = [...rubriques, ...(sources ? [sources] : [])].flatMap(({ titre, lignes }) => [titre, ...lignes]);
  const lines = [...enonces, ...lists, ...avis, ...(jour ? [jour] : [])];
  return lines.reduce((sum, text) => sum + renderLicensed(text).text.length + 1, 0);
}
