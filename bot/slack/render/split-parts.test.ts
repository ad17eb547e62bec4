import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerParts } from '#bot/render/render-text.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { splitParts } from './split-parts.ts';

/** Sixty characters, with the end of its line. */
const SUITE: LicensedText = ['x'.repeat(59)];
const LIMIT = 10_000;

const line = (max: number) => fc.nat(max).map((length): LicensedText => [`${length} ${'a'.repeat(length)}`]);
const rubrique = fc.record({ titre: line(40), lignes: fc.array(line(3000), { minLength: 1, maxLength: 5 }) });
const parts: fc.Arbitrary<AnswerParts> = fc.record({
  enonces: fc.array(line(12_000), { maxLength: 6 }),
  rubriques: fc.array(rubrique, { maxLength: 3 }),
  sources: fc.option(rubrique, { nil: undefined }),
  avis: fc.array(line(60), { maxLength: 1 }),
  jour: fc.option(line(60), { nil: undefined }),
});

describe('splitParts', () => {
  it('gives back what fits, to the last character', () => {
    const fitting = toParts(['a'.repeat(LIMIT - 1)]);
    expect(splitParts(fitting, SUITE)).toEqual([fitting]);
    expect(splitParts(toParts(['a'.repeat(LIMIT)]), SUITE)).toHaveLength(2);
  });

  it('cuts between two claims, says that more comes, and keeps sources and day for the end', () => {
    const long = {
      ...toParts(['un'], ['b'.repeat(4900)], ['c'.repeat(4900)], ['d'.repeat(4900)]),
      jour: ['Au jour dit.'],
    };
    const sources = { titre: ['Sources'], lignes: [['[a] Un texte']] };
    const [first, second, ...others] = splitParts({ ...long, sources }, SUITE);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      enonces: long.enonces.slice(0, 3),
      avis: [SUITE],
      sources: undefined,
      jour: undefined,
    });
    expect(second).toMatchObject({ enonces: long.enonces.slice(3), avis: [], sources, jour: ['Au jour dit.'] });
  });

  it('gives a list that goes on its title again', () => {
    const rubriques = [{ titre: ['Hypothèses'], lignes: [['b'.repeat(4900)], ['c'.repeat(4900)], ['d'.repeat(4900)]] }];
    const pages = splitParts({ ...toParts(), rubriques }, SUITE);
    expect(pages.map((page) => page.rubriques.map(({ titre, lignes }) => [titre, lignes.length]))).toEqual([
      [[['Hypothèses'], 2]],
      [[['Hypothèses'], 1]],
    ]);
  });

  it('keeps every message within the limit, and loses no letter', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const pages = splitParts(given, SUITE);
        for (const page of pages) expect(measure(page)).toBeLessThanOrEqual(LIMIT);
        for (const page of pages.slice(0, -1)) expect(page.avis.at(-1)).toBe(SUITE);
        expect(pages.map(listTexts).join('')).toBe(listTexts(given));
        expect(pages.at(-1)?.jour).toEqual(given.jour);
      }),
      { numRuns: 300 },
    );
  });
});

function toParts(...enonces: readonly LicensedText[]): AnswerParts {
  return { enonces, rubriques: [], sources: undefined, avis: [], jour: undefined };
}

/** Every word, titles and the line of the cut aside. */
function listTexts({ enonces, rubriques, sources, avis, jour }: AnswerParts): string {
  const lists = [...rubriques, ...(sources ? [sources] : [])].flatMap(({ lignes }) => lignes);
  const lines = [...enonces, ...lists, ...avis.filter((text) => text !== SUITE), ...(jour ? [jour] : [])];
  return lines.map((text) => renderLicensed(text).text).join('');
}

function measure({ enonces, rubriques, sources, avis, jour }: AnswerParts): number {
  const lists = [...rubriques, ...(sources ? [sources] : [])].flatMap(({ titre, lignes }) => [titre, ...lignes]);
  const lines = [...enonces, ...lists, ...avis, ...(jour ? [jour] : [])];
  return lines.reduce((sum, text) => sum + renderLicensed(text).text.length + 1, 0);
}
