import { type CalendarDate, FIRST_DAY, isCalendarDate, LAST_DAY } from '#corpus/law/calendar-date.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';

/**
 * Reads one day: « 2024-03-01 », « 01/03/2024 » (day first), « 1er mars 2024 ».
 * Refused: days that do not exist, days outside those we reason about, months and years, years of two digits.
 */
export function parseDate(typed: string, today: CalendarDate): Parsed<CalendarDate> {
  const text = typed.trim();
  const ecrit = toEcho(text);
  const day = isCalendarDate(text) ? text : findDay(text, today);
  if (day === 'impossible') return toProblem('date-impossible', { ecrit });
  if (day === undefined) return toProblem('cli-date-illisible', { ecrit, exemple: toExemple(EXEMPLE) });
  if (day >= FIRST_DAY && day <= LAST_DAY) return toValue(day);
  const premier = { kind: 'date', date: FIRST_DAY } as const;
  const dernier = { kind: 'date', date: LAST_DAY } as const;
  return toProblem('date-ecrite-hors-bornes', { ecrit, premier, dernier });
}

/** Ways of writing a day that are accepted. */
const EXEMPLE = '2024-03-01, 01/03/2024 ou 1er mars 2024';

const TWO_DIGIT_YEAR = /^\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2}$/;

function findDay(text: string, today: CalendarDate): CalendarDate | 'impossible' | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'impossible';
  // « 12/03/24 » can be read in both orders, which is all that its note says.
  if (TWO_DIGIT_YEAR.test(text)) return undefined;
  const [figure, ...others] = readFigures(text, today);
  if (!figure || others.length > 0 || figure.start > 0 || figure.end < text.length) return undefined;
  if (figure.kind === 'bad-date') return 'impossible';
  if (figure.kind !== 'date' || figure.precision !== 'day') return undefined;
  // The century and the year are the person's to give: money depends on them.
  const isExact = figure.note === undefined || figure.note === 'french-order' || figure.from === today;
  return isExact ? figure.from : undefined;
}
