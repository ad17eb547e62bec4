import { toParts } from './calendar-date.ts';
import { toDay, toMonth } from './read-dates-interval.ts';
import type { FigureMeaning } from './read-figures-meaning.ts';

type Placed = { readonly meaning: FigureMeaning; readonly start: number; readonly end: number };

/** What may stand between two dates that share their month or year: « du 1er au 15 mars », "from 1 May to 3 June". */
const JOINT =
  /^(?: au | (?:et|ou)(?: le| en| de| fin| debut)? | to | and | - |-|, | jusqu'au | jusqu'en | a )(?:[a-z]+di )?$/;

/**
 * Gives the first of two joined dates the month or year that only the second has: « du 1er au 15 mars 2024 »,
 * « du 1er janvier au 31 mars 2024 », « janvier et février 2024 ». A first date later than the second is the year before.
 */
export function joinDates<Figure extends Placed>(figures: readonly Figure[], text: string): readonly Figure[] {
  const joined = [...figures];
  for (let at = joined.length - 2; at >= 0; at -= 1) {
    const [first, second] = [joined[at] as Figure, joined[at + 1] as Figure];
    if (!JOINT.test(text.slice(first.end, second.start))) continue;
    const meaning = borrow(first, second.meaning, text);
    if (meaning) joined[at] = { ...first, meaning };
  }
  return joined;
}

function borrow(first: Placed, second: FigureMeaning, text: string): FigureMeaning | undefined {
  if (second.kind !== 'date' || second.note === 'relative') return undefined;
  const { year, month } = toParts(second.from);
  const day = findDay(first, second, text);
  if (day !== undefined) return toDay(year, month, day, second.note);
  if (first.meaning.kind !== 'date' || first.meaning.note !== 'vague') return undefined;
  const own = toParts(first.meaning.from);
  const isLater = own.month > month || (own.month === month && own.day > toParts(second.from).day);
  const ownYear = year - (isLater ? 1 : 0);
  const note = second.note === 'vague' ? 'vague' : undefined;
  if (first.meaning.precision === 'day') return toDay(ownYear, own.month, own.day, note);
  return first.meaning.precision === 'month' ? toMonth(ownYear, own.month, note) : undefined;
}

/** « du 1er », « le 3 », "between 1": a small number before a day of a month is a day of it. */
function findDay(first: Placed, second: FigureMeaning & { kind: 'date' }, text: string): number | undefined {
  if (second.precision !== 'day') return undefined;
  const { meaning } = first;
  if (meaning.kind !== 'ordinal' && meaning.kind !== 'number') return undefined;
  const isIntroduced = /(?:^|[^a-z])(?:du|le|les|entre le|from|between|the) (?:[a-z]+di )?$/.test(
    text.slice(Math.max(0, first.start - 18), first.start),
  );
  return isIntroduced && Number.isInteger(meaning.value) && meaning.value <= 31 ? meaning.value : undefined;
}
