import { toParts } from './calendar-date.ts';
import { readNumberWords } from './number-words.ts';
import type { DateContext } from './read-dates-context.ts';
import { findNearestYear, type Part, toDay, toMonth, toNearestDay, toPartOfMonth } from './read-dates-interval.ts';
import { MONTHS, type MonthName } from './read-dates-months.ts';
import { isCounted } from './read-dates-year.ts';
import type { DateNote } from './read-figures-meaning.ts';
import type { Reading } from './read-figures-quantities.ts';
import { findSticky, readWordsAt } from './read-numbers-stretch.ts';

type Found<Value> = { readonly value: Value; readonly end: number };
type Year = { readonly year: number; readonly note?: DateNote };

/**
 * Dates with a name of month: « 1er mars 2024 », « 15 janv. 24 », "March 1st, 2024", « mars 2024 », « mi-mai 2022 »,
 * « fin mars ». Without a year the nearest is taken, note `vague`; « mars dernier » and "next May" are `relative`.
 */
export function readNamedDayAt(context: DateContext, at: number): Reading | undefined {
  return readDayFirst(context, at) ?? readMonthFirst(context, at) ?? readMonth(context, at);
}

function readDayFirst(context: DateContext, at: number): Reading | undefined {
  const day = findDay(context.text, at);
  if (!day) return undefined;
  const gap = findSticky(/(?: (?:du mois )?(?:de |d')| of | {0,2}[-./]? ?)/y, context.text, day.end);
  const month = findMonth(context, day.end + (gap?.[0].length ?? 0), true);
  if (!month) return undefined;
  const year = findYear(context.text, month.end);
  const place = month.value.month;
  if (year) return { meaning: toDay(year.value.year, place, day.value, year.value.note), end: year.end };
  const turned = findTurned(context, place, month.end);
  if (turned) return { meaning: toDay(turned.value, place, day.value, 'relative'), end: turned.end };
  return { meaning: toNearestDay(context.today, place, day.value), end: month.end };
}

/** "March 1st, 2024", "March 15": English only, « mars 15 » is not said. */
function readMonthFirst(context: DateContext, at: number): Reading | undefined {
  const month = findMonth(context, at, false);
  if (!month || month.value.lang === 'fr') return undefined;
  const day = findSticky(/ (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\da-z]|[.,]\d)/y, context.text, month.end);
  if (!day) return undefined;
  const end = month.end + day[0].length;
  const year = findSticky(/,? ((?:1\d|2\d)\d{2})(?!\d)/y, context.text, end);
  if (year && !isCounted(context.text, end + year[0].length)) {
    return { meaning: toDay(Number(year[1]), month.value.month, Number(day[1])), end: end + year[0].length };
  }
  const isDay = month.value.lang === 'en' && Number(day[1]) >= 1 && Number(day[1]) <= 31;
  return isDay ? { meaning: toNearestDay(context.today, month.value.month, Number(day[1])), end } : undefined;
}

function readMonth(context: DateContext, at: number): Reading | undefined {
  const part = findPart(context.text, at);
  const month = findMonth(context, part?.end ?? at, part !== undefined);
  if (!month) return undefined;
  const place = month.value.month;
  const year = findYear(context.text, month.end);
  const turned = year
    ? undefined
    : (findTurned(context, place, month.end) ?? findTurnedBefore(context, place, at, month.end));
  const isDated = year !== undefined || turned !== undefined || part !== undefined;
  if (!isDated && !isInContext(context, at, month)) return undefined;
  const value = year?.value.year ?? turned?.value ?? findNearestYear(context.today, place);
  const note = year ? year.value.note : turned ? 'relative' : 'vague';
  const end = year?.end ?? turned?.end ?? month.end;
  return { meaning: part ? toPartOfMonth(value, place, part.value, note) : toMonth(value, place, note), end };
}

function findDay(text: string, at: number): Found<number> | undefined {
  const digits = findSticky(/(\d{1,2})(?: ?(?:er|e|eme|ier|st|nd|rd|th)(?![a-z]))?/y, text, at);
  if (digits) {
    const isTail = /[\d][.,/]?$/.test(text.slice(Math.max(0, at - 2), at));
    return isTail ? undefined : { value: Number(digits[1]), end: at + digits[0].length };
  }
  const stretch = readWordsAt(text, at);
  if (/^(?:premier|first)$/.test(stretch.words[0] ?? '')) return { value: 1, end: stretch.ends[0] as number };
  const reading = readNumberWords(stretch.words, 0);
  if (!reading || reading.value < 2 || reading.value > 31) return undefined;
  return { value: reading.value, end: stretch.ends[reading.count - 1] as number };
}

/** A name of month at a place; "may" and "march" in small letters only where a date is sure. */
function findMonth(context: DateContext, at: number, isSure: boolean): Found<MonthName> | undefined {
  const word = findSticky(/[a-z]+/y, context.text, at)?.[0] ?? '';
  const name = MONTHS.get(word);
  if (!name) return undefined;
  const end = at + word.length;
  const isVerb = (word === 'may' || word === 'march') && context.cased[at] === word[0];
  if (isVerb && !isSure && !findSticky(/ (?:20\d{2}|\d{1,2}(?:st|nd|rd|th)?,? 20\d{2})(?!\d)/y, context.text, end))
    return undefined;
  return {
    value: name,
    end:
      end +
      (context.text[end] === '.' && word.length < 5 && /^\.(?= ?\d)/.test(context.text.slice(end, end + 3)) ? 1 : 0),
  };
}

/** Four digits, two digits (« mars 24 », « mai '22 ») where nothing counted follows, or words. */
function findYear(text: string, at: number): Found<Year> | undefined {
  const full = findSticky(/(?: {0,2}[-./,]? ?| de | of )((?:1\d|2\d)\d{2})(?!\d|[.,]\d)/y, text, at);
  if (full && !isCounted(text, at + full[0].length))
    return { value: { year: Number(full[1]) }, end: at + full[0].length };
  const short = findSticky(
    /(?: |[-./] ?| ')(\d{2})(?!\d|[.,/:]\d| ?[€%hk]| \d{3}(?!\d)|(?:er|e|eme)(?![a-z]))/y,
    text,
    at,
  );
  if (short && isEnd(text, at + short[0].length)) {
    return { value: { year: 2000 + Number(short[1]), note: 'two-digit-year' }, end: at + short[0].length };
  }
  const stretch = findSticky(/ /y, text, at) && readWordsAt(text, at + 1);
  const words = stretch && readNumberWords(stretch.words, 0);
  if (!stretch || !words || words.value < 1900 || words.value > 2200) return undefined;
  return { value: { year: words.value }, end: stretch.ends[words.count - 1] as number };
}

/** After « mars 24 » comes a mark, the end, or a small word: never a noun that could be counted. */
function isEnd(text: string, at: number): boolean {
  const word = /^ {1,2}([a-z]+)/.exec(text.slice(at, at + 24))?.[1];
  if (word === undefined) return !/^[a-z\d]/.test(text.slice(at));
  return /^(?:a|au|aux|avec|par|pour|et|ou|on|nous|il|elle|ils|la|le|les|l|en|sur|dans|taille|soit|donc|mais|qui|que|qu|est|j|je|c|d|de|du|des|jusqu|combien|quel|quelle|puis|with|by|and|or|we|it|the|to|in|for|until|is|was)$/.test(
    word,
  );
}

/** « mars dernier », « mars prochain ». */
function findTurned({ text, today }: DateContext, month: number, at: number): Found<number> | undefined {
  const match = findSticky(/ (dernier|derniere|passe|prochain|prochaine)(?![a-z])/y, text, at);
  if (!match) return undefined;
  return {
    value: findTurn(today, month, match[1]?.startsWith('p') && match[1] !== 'passe'),
    end: at + match[0].length,
  };
}

/** "last May", "next March". */
function findTurnedBefore(
  { text, today }: DateContext,
  month: number,
  at: number,
  end: number,
): Found<number> | undefined {
  const word = /(?:^|[^a-z])(last|next|this) $/.exec(text.slice(Math.max(0, at - 6), at))?.[1];
  if (!word) return undefined;
  return { value: word === 'this' ? toParts(today).year : findTurn(today, month, word === 'next'), end };
}

function findTurn(today: DateContext['today'], month: number, isNext: boolean | undefined): number {
  const { year, month: current } = toParts(today);
  if (isNext) return month > current ? year : year + 1;
  return month < current ? year : year - 1;
}

function findPart(text: string, at: number): Found<Part> | undefined {
  const match = findSticky(
    /(debut|mi|milieu|fin|early|mid|late|beginning of|end of)(?: du mois de | de | d'| |-)/y,
    text,
    at,
  );
  if (!match) return undefined;
  const word = match[1] as string;
  const value = /^(?:debut|early|beginning)/.test(word) ? 'start' : /^mi/.test(word) ? 'middle' : 'end';
  return { value, end: at + match[0].length };
}

/** A month alone is read anywhere when the word means nothing else, and after a word of time otherwise. */
function isInContext({ text, cased }: DateContext, at: number, month: Found<MonthName>): boolean {
  const word = text.slice(at, month.end);
  const before = text.slice(Math.max(0, at - 14), at);
  const isAfterCue =
    /(?:^|[^a-z])(?:en|de|d'|depuis|avant|apres|des|jusqu'en|jusqu'a|au|courant|mois|ou|et|a|in|since|by|before|after|until|from|of|to|between|entre|-|and) ?$/.test(
      before,
    );
  if (word.length <= 4 && !/^(?:mars|mai|juin|aout|july|june|may|avr\.?|oct\.?|nov\.?|janv|fevr|sept)$/.test(word))
    return isAfterCue && /^(?:jan|feb|mar|apr|jun|jul|aug|sep|dec|fev|juil)\.?$/.test(word);
  if (/^(?:mars|mai|sept)$/.test(word)) return isAfterCue;
  return !/^(?:may|march)$/.test(word) || (cased[at] !== word[0] && isAfterCue);
}
