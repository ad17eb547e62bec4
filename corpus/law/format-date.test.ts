import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate, FIRST_DAY } from './calendar-date.ts';
import { findFigures } from './find-figures.ts';
import { formatDate, formatDuration, formatMonth } from './format-date.ts';
import { readFigures } from './read-figures.ts';

const TODAY = CalendarDate.parse('2026-11-21');

describe('formatDate', () => {
  it.each([
    ['2024-03-01', '1er\u00A0mars 2024', '1\u00A0March 2024'],
    ['2026-11-21', '21\u00A0novembre 2026', '21\u00A0November 2026'],
    ['2024-02-29', '29\u00A0février 2024', '29\u00A0February 2024'],
    ['2025-08-31', '31\u00A0août 2025', '31\u00A0August 2025'],
  ])('renders %s as « %s » and "%s"', (date, french, english) => {
    expect(formatDate(CalendarDate.parse(date), 'fr')).toBe(french);
    expect(formatDate(CalendarDate.parse(date), 'en')).toBe(english);
  });

  it('is read back to the same day, and is one figure for the detector', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31_000 }), fc.constantFrom('fr' as const, 'en' as const), (days, lang) => {
        const date = addDays(FIRST_DAY, days);
        const text = formatDate(date, lang);
        expect(readFigures(text, TODAY)).toMatchObject([
          { kind: 'date', precision: 'day', from: date, to: date, text },
        ]);
        expect(findFigures(text)).toEqual([{ start: 0, end: text.length }]);
      }),
    );
  });
});

describe('formatMonth', () => {
  it('names the twelve months in both languages', () => {
    expect(formatMonth(8, 'fr')).toBe('août');
    expect(formatMonth(12, 'en')).toBe('December');
  });
});

describe('formatDuration', () => {
  it.each([
    [18, 'mois', '18\u00A0mois', '18\u00A0months'],
    [1, 'ans', '1\u00A0an', '1\u00A0year'],
    [1.5, 'ans', '1,5\u00A0an', '1.5\u00A0years'],
    [2.5, 'ans', '2,5\u00A0ans', '2.5\u00A0years'],
    [0, 'jours', '0\u00A0jour', '0\u00A0days'],
    [60, 'jours', '60\u00A0jours', '60\u00A0days'],
    [3, 'semaines', '3\u00A0semaines', '3\u00A0weeks'],
    [48, 'heures', '48\u00A0heures', '48\u00A0hours'],
  ] as const)('renders %d %s as « %s » and "%s"', (amount, unit, french, english) => {
    expect(formatDuration(amount, unit, 'fr')).toBe(french);
    expect(formatDuration(amount, unit, 'en')).toBe(english);
    expect(readFigures(french, TODAY)).toMatchObject([{ kind: 'duration', amount, unit, text: french }]);
    expect(readFigures(english, TODAY)).toMatchObject([{ kind: 'duration', amount, unit, text: english }]);
  });
});
