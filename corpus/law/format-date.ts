import { type CalendarDate, toParts } from './calendar-date.ts';
import { formatNumber } from './format-euros.ts';
import type { Lang } from './lang.ts';

/** Units in which a length of time is written. */
export type DurationUnit = 'jours' | 'semaines' | 'mois' | 'ans' | 'heures';

const NO_BREAK_SPACE = '\u00A0';

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const UNIT_NAMES: Readonly<Record<Lang, Readonly<Record<DurationUnit, readonly [string, string]>>>> = {
  fr: {
    jours: ['jour', 'jours'],
    semaines: ['semaine', 'semaines'],
    mois: ['mois', 'mois'],
    ans: ['an', 'ans'],
    heures: ['heure', 'heures'],
  },
  en: {
    jours: ['day', 'days'],
    semaines: ['week', 'weeks'],
    mois: ['month', 'months'],
    ans: ['year', 'years'],
    heures: ['hour', 'hours'],
  },
};

/** Renders a day: « 1er mars 2024 », "1 March 2024"; U+00A0 between day and month, a plain space before the year. */
export function formatDate(date: CalendarDate, lang: Lang): string {
  const { year, month, day } = toParts(date);
  const dayText = lang === 'fr' && day === 1 ? '1er' : String(day);
  return `${dayText}${NO_BREAK_SPACE}${formatMonth(month, lang)} ${year}`;
}

/** Renders a day known at least to its year: « 2022 », « avril 2019 », « 4 avril 2019 ». */
export function formatPartialDate(date: string, lang: Lang): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  return day === undefined ? `${formatMonth(Number(month), lang)} ${year}` : formatDate(date as CalendarDate, lang);
}

/** Name of a month (1 to 12): « août », "August". */
export function formatMonth(month: number, lang: Lang): string {
  return MONTHS[lang][month - 1] ?? '';
}

/**
 * Renders a length of time: « 18 mois », « 1 an », « 2,5 ans »; "18 months", "1 year"; U+00A0 before the unit.
 * French is singular below two, English only at one.
 */
export function formatDuration(amount: number, unit: DurationUnit, lang: Lang): string {
  const [singular, plural] = UNIT_NAMES[lang][unit];
  const isSingular = lang === 'fr' ? Math.abs(amount) < 2 : Math.abs(amount) === 1;
  return `${formatNumber(amount, lang)}${NO_BREAK_SPACE}${isSingular ? singular : plural}`;
}
