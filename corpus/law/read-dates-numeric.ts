import type { CalendarDate } from './calendar-date.ts';
import type { DateContext } from './read-dates-context.ts';
import { toDay, toMonth, toNearestDay } from './read-dates-interval.ts';
import type { DateNote, FigureMeaning } from './read-figures-meaning.ts';
import type { Reading } from './read-figures-quantities.ts';
import { findSticky } from './read-numbers-stretch.ts';

const DAY_FIRST = /(\d{1,2})( ?[/.-] ?)(\d{1,2})\2((?:1\d|2\d)\d{2}|\d{2})(?!\d|[/.-]\d)/y;
const SPACED = /(0[1-9]|[12]\d|3[01]) (0[1-9]|1[0-2]) ((?:19|20)\d{2})(?!\d| ?\d{3}(?!\d))/y;
const YEAR_FIRST = /((?:1\d|2\d)\d{2})([/.-])(\d{1,2})\2(\d{1,2})(?!\d|[/.-]\d)/y;
const MONTH_YEAR = /(\d{1,2}) ?[/-] ?((?:19|20)\d{2})(?!\d|[/.-]\d)/y;
const YEAR_MONTH = /((?:19|20)\d{2})-(0[1-9]|1[0-2])(?!\d|-\d)/y;
const DAY_MONTH = /(\d{1,2})\/(\d{2})(?![\d/.])/y;

/** « 15/01/24 », « 15.01.2024 », « 2024-01-15 », « 01/2024 », « 2024-01 », « le 15/01 ». */
export function readNumericDateAt({ text, today }: DateContext, at: number): Reading | undefined {
  const code = text.charCodeAt(at);
  if (code < 0x30 || code > 0x39 || /[\d]$/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  return readThreeParts(text, at) ?? readTwoParts(text, at, today);
}

function readThreeParts(text: string, at: number): Reading | undefined {
  const iso = findSticky(YEAR_FIRST, text, at);
  if (iso) return { meaning: toDay(Number(iso[1]), Number(iso[3]), Number(iso[4])), end: at + iso[0].length };
  const dayFirst = findSticky(DAY_FIRST, text, at);
  const match = dayFirst ?? findSticky(SPACED, text, at);
  if (!match) return undefined;
  const year = (dayFirst ? match[4] : match[3]) as string;
  const month = Number(dayFirst ? match[3] : match[2]);
  const meaning = toDayFirst(Number(match[1]), month, year);
  // « 1.75.20 » is a version or a list, not a slip in a date.
  const isDoubtful = year.length === 2 && meaning.kind === 'bad-date' && !match[2]?.includes('/');
  return isDoubtful ? undefined : { meaning, end: at + match[0].length };
}

/** French order always; the note says when the English one would also be a day. */
function toDayFirst(day: number, month: number, year: string): FigureMeaning {
  const notes: DateNote[] = [];
  if (day <= 12 && month <= 12 && day !== month) notes.push('french-order');
  if (year.length === 2) notes.push('two-digit-year');
  return toDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day, notes[0]);
}

function readTwoParts(text: string, at: number, today: CalendarDate): Reading | undefined {
  const before = text.slice(Math.max(0, at - 16), at);
  // « décret n° 2022-12 » is no month.
  const yearMonth = /(?:decret|loi|ordonnance|n ?°|no|arrete) ?(?:n ?° ?)?$/.test(before)
    ? undefined
    : findSticky(YEAR_MONTH, text, at);
  if (yearMonth) return { meaning: toMonth(Number(yearMonth[1]), Number(yearMonth[2])), end: at + yearMonth[0].length };
  const monthYear = findSticky(MONTH_YEAR, text, at);
  if (monthYear) return readMonthYear(monthYear, at);
  const dayMonth = findSticky(DAY_MONTH, text, at);
  const [day, month] = [Number(dayMonth?.[1]), Number(dayMonth?.[2])];
  if (!dayMonth || day < 1 || month < 1 || month > 12 || day > 31) return undefined;
  // « 10/12 » may be a mark out of twelve: a leading zero or a word of date is asked for.
  const isDate =
    /^0|\/0/.test(dayMonth[0]) ||
    /(?:^|[^a-z])(?:le|du|au|depuis|des|avant|apres|the|on|from|since) (?:[a-z]+di )?$/.test(before);
  return isDate ? { meaning: toNearestDay(today, month, day), end: at + dayMonth[0].length } : undefined;
}

function readMonthYear(match: RegExpExecArray, at: number): Reading | undefined {
  const month = Number(match[1]);
  const end = at + match[0].length;
  if (month >= 1 && month <= 12) return { meaning: toMonth(Number(match[2]), month), end };
  const reason = `le mois ${month} n'existe pas ; écrivez le mois puis l'année`;
  return match[0].includes('/') ? { meaning: { kind: 'bad-date', reason }, end } : undefined;
}
