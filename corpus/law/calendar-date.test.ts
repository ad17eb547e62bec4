import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  CalendarDate,
  daysBetween,
  daysInMonth,
  findCalendarDate,
  findWholeMonths,
  isCalendarDate,
  isClamped,
  toParts,
} from './calendar-date.ts';

const DAY_MS = 86_400_000;
/** Days from 2016-01-01 to 2100-12-31, made by the platform's own calendar. */
const anyDay = fc
  .integer({ min: Date.UTC(2016, 0, 1) / DAY_MS, max: Date.UTC(2100, 11, 31) / DAY_MS })
  .map((day) => toDay(new Date(day * DAY_MS)));

function toDay(date: Date): CalendarDate {
  return CalendarDate.parse(date.toISOString().slice(0, 10));
}

function toUtc(date: CalendarDate): number {
  const { year, month, day } = toParts(date);
  return Date.UTC(year, month - 1, day);
}

/** Adds months with the platform's calendar: the wanted day, or the last one of the month. */
function addMonthsWithDate(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = toParts(date);
  const last = new Date(Date.UTC(year, month + months, 0));
  return toDay(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))));
}

describe('CalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '2025-01-01'])('accepts %s', (text) => {
    expect(CalendarDate.parse(text)).toBe(text);
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    ['a day that does not exist', '2025-02-31'],
    ['29 February of a common year', '2023-02-29'],
    ['29 February of a century that is not a leap year', '2100-02-29'],
    ['31 April', '2025-04-31'],
    ['month zero', '2025-00-10'],
    ['a thirteenth month', '2025-13-01'],
    ['day zero', '2025-01-00'],
    ['the French order', '15/01/2025'],
    ['a short form', '2025-1-5'],
    ['a time', '2025-01-15T00:00:00Z'],
    ['spaces around', ' 2025-01-15 '],
  ])('refuses %s (%s)', (_, text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(CalendarDate.safeParse(text).error?.issues[0]?.message).toContain(`« ${text} »`);
  });

  it('is built from its parts, or not at all', () => {
    expect(findCalendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(findCalendarDate(2025, 2, 31)).toBeUndefined();
    expect(findCalendarDate(2025, 1, 5)).toBe('2025-01-05');
  });
});

describe('addMonths', () => {
  it.each([
    ['2022-08-31', 6, '2023-02-28'],
    ['2022-08-31', 18, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
    ['2025-11-30', 1, '2025-12-30'],
    ['2025-12-15', 0, '2025-12-15'],
  ])('%s + %i months = %s', (from, months, to) => {
    expect(addMonths(CalendarDate.parse(from), months)).toBe(to);
  });

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (day, months) => {
        expect(addMonths(day, months)).toBe(addMonthsWithDate(day, months));
      }),
    );
  });

  it('never passes into the following month, and says when it clamped', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (day, months) => {
        const [before, after] = [toParts(day), toParts(addMonths(day, months))];
        expect((after.year - before.year) * 12 + after.month - before.month).toBe(months);
        expect(isClamped(day, months)).toBe(before.day > daysInMonth(after.year, after.month));
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['2024-07-15', '2025-01-15', 184],
    ['2024-01-15', '2025-01-15', 366],
    ['2025-01-15', '2026-01-15', 365],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2025-01-15', '2025-01-15', 0],
    ['2025-01-16', '2025-01-15', -1],
  ])('from %s to %s there are %i', (from, to, days) => {
    expect(daysBetween(CalendarDate.parse(from), CalendarDate.parse(to))).toBe(days);
  });

  it('are counted and added like the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const days = (toUtc(to) - toUtc(from)) / DAY_MS;
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, days)).toBe(to);
      }),
    );
  });

  it.each([
    [2024, 2, 29],
    [2023, 2, 28],
    [2100, 2, 28],
    [2000, 2, 29],
    [2025, 4, 30],
    [2025, 12, 31],
  ])('in %i month %i has %i', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

describe('findWholeMonths', () => {
  it.each([
    ['2024-01-15', '2024-07-15', 6],
    ['2024-01-15', '2024-07-16', undefined],
    ['2022-08-31', '2023-02-28', 6], // 31 February is brought back to the 28th
    ['2022-08-31', '2023-02-27', undefined],
    ['2024-02-29', '2025-08-29', 18],
    ['2024-02-29', '2025-08-28', undefined],
    ['2024-01-15', '2024-01-15', 0],
  ])('from %s to %s is %s', (from, to, months) => {
    expect(findWholeMonths(CalendarDate.parse(from), CalendarDate.parse(to))).toBe(months);
  });

  it('finds again the months that were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (day, months) => {
        expect(findWholeMonths(day, addMonths(day, months))).toBe(months);
      }),
    );
  });
});
