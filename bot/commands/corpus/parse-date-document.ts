import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import { parseDate } from '../options/parse-date.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from '../options/parsed.ts';

const EXEMPLE = '2020-09-29, 29/09/2020, 2020-09, septembre 2020 ou 2020';

/** Reads the day of a document, or its month or its year when no more is known: `AAAA`, `AAAA-MM`, `AAAA-MM-JJ`. */
export function parseDateDocument(typed: string, today: CalendarDate): Parsed<string> {
  const text = typed.trim();
  const partial = findPartial(text, today);
  const parsed = partial === undefined ? parseDate(text, today) : toValue(partial);
  if (parsed.kind === 'problem') {
    const isUnreadable = parsed.message.code === 'cli-date-illisible';
    return isUnreadable ? toProblem('import-date', { ecrit: toEcho(text), exemple: toExemple(EXEMPLE) }) : parsed;
  }
  return parsed.value > today ? toProblem('import-date-a-venir', { ecrit: toEcho(text) }) : parsed;
}

function findPartial(text: string, today: CalendarDate): string | undefined {
  if (/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return text;
  const [figure, ...others] = readFigures(text, today);
  if (figure?.kind !== 'date' || others.length > 0 || figure.start > 0 || figure.end < text.length) return undefined;
  // « le mois dernier » is for a question: what is kept has a year of its own.
  if (!/\d{4}/.test(text)) return undefined;
  if (figure.precision === 'month') return figure.from.slice(0, 7);
  return figure.precision === 'year' ? figure.from.slice(0, 4) : undefined;
}
