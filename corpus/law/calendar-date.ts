import { z } from 'zod';

/** A day of the Gregorian calendar, `AAAA-MM-JJ`. Days compare with `<`, no time zone, no clock. */
export type CalendarDate = string & z.$brand<'CalendarDate'>;

/** First and last day the bot reasons about; outside, a date is refused rather than computed. */
export const FIRST_DAY = '2016-01-01' as CalendarDate;
export const LAST_DAY = '2100-12-31' as CalendarDate;

/** Reads `AAAA-MM-JJ` and refuses days that do not exist (`2025-02-31`). */
export const CalendarDate = z
  .string()
  .refine((text) => isCalendarDate(text), {
    error: (issue) =>
      `« ${issue.input} » n'est pas une date du calendrier ; écrivez AAAA-MM-JJ, par exemple 2025-01-15`,
  })
  .transform((text) => text as CalendarDate);

/** Whether the text is an existing day written `AAAA-MM-JJ`. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Builds a day from its parts.
 * @returns undefined when the day does not exist (31 February)
 */
export function findCalendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const text: string = toText(year, month, day);
  return isCalendarDate(text) ? text : undefined;
}

/** Year, month (1 to 12) and day (1 to 31) of a date. */
export function toParts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: readDigits(date, 0, 4), month: readDigits(date, 5, 7), day: readDigits(date, 8, 10) };
}

/** Digit by digit: dates are read millions of times, and cutting text to convert it costs most of that. */
function readDigits(date: CalendarDate, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + date.charCodeAt(index) - ZERO;
  return value;
}

const ZERO = '0'.charCodeAt(0);

/** Number of days of a month; leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Adds calendar months, clamped to the end of the month: 31 August + 6 months = 28 or 29 February.
 * Convention of ours (no source gives one): no shift for week-ends and holidays.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = toParts(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  const clamped = Math.min(day, daysInMonth(newYear, newMonth));
  return toText(newYear, newMonth, clamped);
}

/** Whether {@link addMonths} had to fall back on the last day of the month. */
export function isClamped(date: CalendarDate, months: number): boolean {
  return toParts(addMonths(date, months)).day !== toParts(date).day;
}

/** Adds (or takes away) days. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Whole months from `from` to `to`, or undefined when the days of the month do not match. */
export function findWholeMonths(from: CalendarDate, to: CalendarDate): number | undefined {
  const [a, b] = [toParts(from), toParts(to)];
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return addMonths(from, months) === to ? months : undefined;
}

/** Days since 1 March of year 0 (Howard Hinnant's civil calendar), so that no Date object is needed. */
function toDayNumber(date: CalendarDate): number {
  const { year, month, day } = toParts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function fromDayNumber(dayNumber: number): CalendarDate {
  const era = Math.floor(dayNumber / 146_097);
  const dayOfEra = dayNumber - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return toText(year, month, day);
}

function toText(year: number, month: number, day: number): CalendarDate {
  const [years, months, days] = [year < 1000 ? String(year).padStart(4, '0') : year, pad(month), pad(day)];
  return `${years}-${months}-${days}` as CalendarDate;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
