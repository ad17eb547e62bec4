import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { type Centimes, toCentimes } from './euros.ts';
import { findFigures } from './find-figures.ts';
import { formatEuros, formatNumber, formatOrdinal, formatPercent } from './format-euros.ts';
import { readFigures } from './read-figures.ts';

const TODAY = CalendarDate.parse('2026-11-21');

describe('formatEuros', () => {
  it.each([
    [7_500_000, '75\u202F000\u00A0€', '€75,000'],
    [1_508_197, '15\u202F081,97\u00A0€', '€15,081.97'],
    [1_508_190, '15\u202F081,90\u00A0€', '€15,081.90'],
    [5, '0,05\u00A0€', '€0.05'],
    [0, '0\u00A0€', '€0'],
    [99_900, '999\u00A0€', '€999'],
    [12_100_000_000, '121\u202F000\u202F000\u00A0€', '€121,000,000'],
    [-250_050, '-2\u202F500,50\u00A0€', '-€2,500.50'],
  ])('renders %d cents as « %s » and "%s"', (centimes, french, english) => {
    expect(formatEuros(centimes as Centimes, 'fr')).toBe(french);
    expect(formatEuros(centimes as Centimes, 'en')).toBe(english);
  });

  it('is read back to the same amount, and is one figure for the detector', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (cents, lang) => {
          const text = formatEuros(cents as Centimes, lang);
          const [figure, ...others] = readFigures(text, TODAY);
          expect(others).toEqual([]);
          expect(figure).toMatchObject({ kind: 'amount', text });
          expect(figure?.kind === 'amount' && toCentimes(figure.euros)).toBe(cents);
          expect(findFigures(text)).toEqual([{ start: 0, end: text.length }]);
        },
      ),
    );
  });
});

describe('formatNumber', () => {
  it.each([
    [85_000, '85\u202F000', '85,000'],
    [999, '999', '999'],
    [1.5, '1,5', '1.5'],
    [0.1 + 0.2, '0,3', '0.3'],
    [1_234_567.25, '1\u202F234\u202F567,25', '1,234,567.25'],
    [100, '100', '100'],
    [-1_000, '-1\u202F000', '-1,000'],
  ])('renders %d as « %s » and "%s"', (value, french, english) => {
    expect(formatNumber(value, 'fr')).toBe(french);
    expect(formatNumber(value, 'en')).toBe(english);
  });
});

describe('formatPercent', () => {
  it.each([
    [75, '75\u202F%', '75%'],
    [12.5, '12,5\u202F%', '12.5%'],
    [100, '100\u202F%', '100%'],
  ])('renders %d points as « %s » and "%s"', (value, french, english) => {
    expect(formatPercent(value, 'fr')).toBe(french);
    expect(formatPercent(value, 'en')).toBe(english);
  });
});

describe('formatOrdinal', () => {
  it.each([
    [1, '1er', '1st'],
    [2, '2e', '2nd'],
    [3, '3e', '3rd'],
    [4, '4e', '4th'],
    [11, '11e', '11th'],
    [21, '21e', '21st'],
    [112, '112e', '112th'],
  ])('writes rank %i', (rank, fr, en) => {
    expect(formatOrdinal(rank, 'fr')).toBe(fr);
    expect(formatOrdinal(rank, 'en')).toBe(en);
  });
});
