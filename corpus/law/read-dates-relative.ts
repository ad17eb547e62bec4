import { addDays, addMonths, type CalendarDate, toParts } from './calendar-date.ts';
import type { DateContext } from './read-dates-context.ts';
import { toInterval, toMonth, toPartOfYear, toYear } from './read-dates-interval.ts';
import type { DateMeaning, FigureMeaning } from './read-figures-meaning.ts';
import { type Reading, readDurationAt } from './read-figures-quantities.ts';
import { findSticky } from './read-numbers-stretch.ts';

const BEFORE = /(?:il y a|y a|ya|voila|voici|ca fait|cela fait) (?:environ |a peu pres |presque |plus de |deja )*/y;
const AHEAD = /(?:dans|d'ici|in) (?:environ |a peu pres |about )?/y;

/** Expressions that need no number, from the longest. */
const FIXED: readonly (readonly [RegExp, (today: CalendarDate) => DateMeaning])[] = [
  [/(?:avant-hier|day before yesterday)(?![a-z])/y, (today) => toOne(addDays(today, -2))],
  [/(?:apres-demain|day after tomorrow)(?![a-z])/y, (today) => toOne(addDays(today, 2))],
  [/(?:hier|yesterday)(?![a-z])/y, (today) => toOne(addDays(today, -1))],
  [/(?:aujourd'? ?hui|today)(?![a-z])/y, (today) => toOne(today)],
  [/(?:demain|tomorrow)(?![a-z])/y, (today) => toOne(addDays(today, 1))],
  [
    /(?:l'an (?:dernier|passe)|l'annee (?:derniere|passee)|annee derniere|last year)(?![a-z])/y,
    (today) => toYearOf(today, -1),
  ],
  [/(?:l'an prochain|l'annee prochaine|annee prochaine|next year)(?![a-z])/y, (today) => toYearOf(today, 1)],
  [/(?:cette annee|this year)(?![a-z])/y, (today) => toYearOf(today, 0)],
  [/(?:(?:fin|end) (?:de |of )?(?:l'|d'|the |this )?(?:annee|year))(?![a-z])/y, (today) => toThird(today, 'end')],
  [
    /(?:(?:debut|beginning) (?:de |of )?(?:l'|d'|the |this )?(?:annee|year))(?![a-z])/y,
    (today) => toThird(today, 'start'),
  ],
  [/(?:(?:le )?mois (?:dernier|passe)|last month)(?![a-z])/y, (today) => toMonthOf(today, -1)],
  [/(?:(?:le )?mois prochain|next month)(?![a-z])/y, (today) => toMonthOf(today, 1)],
  [/(?:ce mois(?:-ci)?|this month)(?![a-z])/y, (today) => toMonthOf(today, 0)],
];

/**
 * Dates counted from today, note `relative`: « il y a 18 mois », « dans 6 mois », "18 months ago", « hier »,
 * « l'an dernier ». « il y a deux ans » is the same day two years before, though people mean it loosely.
 */
export function readRelativeDateAt({ text, today }: DateContext, at: number): Reading | undefined {
  for (const [pattern, toMeaning] of FIXED) {
    const match = findSticky(pattern, text, at);
    if (match) return { meaning: toMeaning(today), end: at + match[0].length };
  }
  const before = findSticky(BEFORE, text, at);
  if (before) return shift(text, at + before[0].length, today, -1);
  const ahead = findSticky(AHEAD, text, at);
  if (ahead) return shift(text, at + ahead[0].length, today, 1);
  const duration = readDurationAt(text, at);
  const ago = duration && findSticky(/ ago(?![a-z])| from now(?![a-z])/y, text, duration.end);
  if (!duration || !ago) return undefined;
  const meaning = toShifted(duration.meaning, today, ago[0] === ' ago' ? -1 : 1);
  return meaning && { meaning, end: duration.end + ago[0].length };
}

function shift(text: string, at: number, today: CalendarDate, sign: 1 | -1): Reading | undefined {
  const duration = readDurationAt(text, at);
  const meaning = duration && toShifted(duration.meaning, today, sign);
  return duration && meaning && { meaning, end: duration.end };
}

/** Half years are six months, other odd parts go to the nearest day or month. */
function toShifted(meaning: FigureMeaning, today: CalendarDate, sign: 1 | -1): DateMeaning | undefined {
  if (meaning.kind !== 'duration' || meaning.amount > 12_000) return undefined;
  const { amount, unit } = meaning;
  if (unit === 'ans') return toOne(addMonths(today, sign * Math.round(amount * 12)));
  if (unit === 'mois') {
    const whole = addMonths(today, sign * Math.trunc(amount));
    return toOne(addDays(whole, sign * Math.round((amount % 1) * 30)));
  }
  const days = { jours: 1, semaines: 7, heures: 1 / 24 }[unit] * amount;
  return toOne(addDays(today, sign * Math.ceil(days)));
}

function toOne(day: CalendarDate): DateMeaning {
  return toInterval('day', day, day, 'relative');
}

function toYearOf(today: CalendarDate, years: number): DateMeaning {
  return toYear(toParts(today).year + years, 'relative');
}

function toThird(today: CalendarDate, part: 'start' | 'end'): DateMeaning {
  return toPartOfYear(toParts(today).year, part, 'relative');
}

function toMonthOf(today: CalendarDate, months: number): DateMeaning {
  const { year, month } = toParts(addMonths(today, months));
  return toMonth(year, month, 'relative');
}
