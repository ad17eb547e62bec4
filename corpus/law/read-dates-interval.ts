import { addMonths, type CalendarDate, daysBetween, daysInMonth, findCalendarDate, toParts } from './calendar-date.ts';
import { findMonthLabel } from './read-dates-months.ts';
import type { DateMeaning, DateNote, FigureMeaning } from './read-figures-meaning.ts';

/** Third of a month or year: « début », « mi », « fin ». */
export type Part = 'start' | 'middle' | 'end';

/** One day, or the `bad-date` that says why it does not exist. */
export function toDay(year: number, month: number, day: number, note?: DateNote): FigureMeaning {
  const date = findCalendarDate(year, month, day);
  if (date) return toInterval('day', date, date, note);
  return { kind: 'bad-date', reason: explain(year, month, day) };
}

/** Day and month without a year: the nearest to today, before it when two are as near. Always `vague`. */
export function toNearestDay(today: CalendarDate, month: number, day: number): FigureMeaning {
  const { year } = toParts(today);
  // Four years each way, for 29 February.
  const years = [0, -1, 1, -2, 2, -3, 3, -4, 4].map((shift) => year + shift);
  const dates = years.flatMap((candidate) => findCalendarDate(candidate, month, day) ?? []);
  const near = dates.sort((a, b) => distance(a, today) - distance(b, today) || (a < b ? -1 : 1))[0];
  return near ? toInterval('day', near, near, 'vague') : { kind: 'bad-date', reason: explain(undefined, month, day) };
}

/** A whole month. */
export function toMonth(year: number, month: number, note?: DateNote): DateMeaning {
  return toInterval('month', day(year, month, 1), day(year, month, daysInMonth(year, month)), note);
}

/** Year of a month written alone: the nearest, before today when two are as near (six months each way). */
export function findNearestYear(today: CalendarDate, month: number): number {
  const { year, month: current } = toParts(today);
  if (month - current >= 6) return year - 1;
  return current - month > 6 ? year + 1 : year;
}

/** A civil year. */
export function toYear(year: number, note?: DateNote): DateMeaning {
  return toInterval('year', day(year, 1, 1), day(year, 12, 31), note);
}

/** Civil quarter 1 to 4, or undefined. */
export function findQuarter(year: number, quarter: number, note?: DateNote): DateMeaning | undefined {
  if (quarter < 1 || quarter > 4) return undefined;
  return { ...toMonths(year, quarter * 3 - 2, quarter * 3, note), precision: 'quarter' };
}

/** Civil half-year 1 or 2, or undefined; precision `part`. */
export function findHalfYear(year: number, half: number, note?: DateNote): DateMeaning | undefined {
  return half === 1 || half === 2 ? toMonths(year, half * 6 - 5, half * 6, note) : undefined;
}

/**
 * Third of a year. Convention of ours: « début » is January to April, « mi » or « milieu » May to August,
 * « fin » September to December.
 */
export function toPartOfYear(year: number, part: Part, note?: DateNote): DateMeaning {
  const [first, last] = { start: [1, 4], middle: [5, 8], end: [9, 12] }[part] as [number, number];
  return toMonths(year, first, last, note);
}

/** Third of a month. Convention of ours: « début » is the 1st to the 10th, « mi » 11th to 20th, « fin » from the 21st. */
export function toPartOfMonth(year: number, month: number, part: Part, note?: DateNote): DateMeaning {
  const last = { start: 10, middle: 20, end: daysInMonth(year, month) }[part];
  const first = { start: 1, middle: 11, end: 21 }[part];
  return toInterval('part', day(year, month, first), day(year, month, last), note);
}

/** Interval with its note, if any. */
export function toInterval(
  precision: DateMeaning['precision'],
  from: CalendarDate,
  to: CalendarDate,
  note?: DateNote,
): DateMeaning {
  return { kind: 'date', precision, from, to, ...(note === undefined ? {} : { note }) };
}

function toMonths(year: number, first: number, last: number, note?: DateNote): DateMeaning {
  const end = addMonths(day(year, first, 1), last - first);
  return toInterval('part', day(year, first, 1), day(year, toParts(end).month, daysInMonth(year, last)), note);
}

function explain(year: number | undefined, month: number, day: number): string {
  if (month < 1 || month > 12) return `le mois ${month} n'existe pas ; écrivez le jour d'abord, puis le mois`;
  if (day < 1) return `le jour ${day} n'existe pas`;
  const label = year === undefined ? findMonthLabel(month) : `${findMonthLabel(month)} ${year}`;
  const days = daysInMonth(year ?? 2024, month);
  return `${label} n'a que ${days} jours, le ${day} n'existe pas`;
}

function distance(a: CalendarDate, b: CalendarDate): number {
  return Math.abs(daysBetween(a, b));
}

/** A day known to exist. */
function day(year: number, month: number, dayOfMonth: number): CalendarDate {
  return findCalendarDate(year, month, dayOfMonth) as CalendarDate;
}
