import { toParts } from './calendar-date.ts';
import { readOrdinalWords } from './number-words-ordinals.ts';
import type { DateContext } from './read-dates-context.ts';
import { findHalfYear, findQuarter, type Part, toPartOfYear } from './read-dates-interval.ts';
import { isCounted } from './read-dates-year.ts';
import type { DateNote } from './read-figures-meaning.ts';
import type { Reading } from './read-figures-quantities.ts';
import { findSticky, readWordsAt } from './read-numbers-stretch.ts';

/** « T2 2026 », « 2e trimestre 2026 », « premier semestre 2023 », "second half of 2023", « début 2022 », « mi-2024 ». */
export function readPeriodAt(context: DateContext, at: number): Reading | undefined {
  return readCode(context.text, at) ?? readRanked(context, at) ?? readPartOfYear(context.text, at);
}

/** « T2 2026 », « Q2-2026 », « S1 2023 », "H1 2023", « 2026 T2 », « 2026-S1 ». */
function readCode(text: string, at: number): Reading | undefined {
  const first = findSticky(/([tqsh]) ?([1-4])[ -/]{1,2}((?:20)\d{2})(?!\d)/y, text, at);
  const last = findSticky(/((?:20)\d{2})[ -/]?([tqsh])([1-4])(?![\da-z])/y, text, at);
  const match = first ?? last;
  if (!match || (first && isCounted(text, at + match[0].length))) return undefined;
  const [letter, rank, year] = first ? [match[1], match[2], match[3]] : [match[2], match[3], match[1]];
  const find = /[tq]/.test(letter as string) ? findQuarter : findHalfYear;
  const meaning = find(Number(year), Number(rank));
  return meaning && { meaning, end: at + match[0].length };
}

function readRanked({ text, today }: DateContext, at: number): Reading | undefined {
  const rank = findLast(text, at) ?? findRank(text, at);
  const noun = rank && findSticky(/ (trimestre|semestre|quarter|half)(?![a-z])/y, text, rank.end);
  if (!rank || !noun) return undefined;
  const end = rank.end + noun[0].length;
  const year = findSticky(/(?: de | de l'annee | of | )((?:19|20)\d{2})(?!\d)/y, text, end);
  const isHalf = /semestre|half/.test(noun[1] as string);
  // "the second half of members" is a share.
  if (!year && noun[1] === 'half') return undefined;
  const note: DateNote | undefined = year ? undefined : 'vague';
  const meaning = (isHalf ? findHalfYear : findQuarter)(year ? Number(year[1]) : toParts(today).year, rank.value, note);
  return meaning && { meaning, end: end + (year?.[0].length ?? 0) };
}

/** « dernier trimestre 2025 », "last quarter of 2025"; without a year, it is not known which one. */
function findLast(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const match = findSticky(
    /(?:dernier|last)(?= (trimestre|semestre|quarter)(?: de | de l'annee | of | )(?:19|20)\d{2}(?!\d))/y,
    text,
    at,
  );
  return match && { value: match[1] === 'semestre' ? 2 : 4, end: at + match[0].length };
}

function findRank(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const digits = findSticky(/([1-4]) ?(?:er|e|eme|ieme|nd|nde|st|rd|th)(?![a-z])/y, text, at);
  if (digits) return { value: Number(digits[1]), end: at + digits[0].length };
  const stretch = readWordsAt(text, at);
  const words = readOrdinalWords(stretch.words, 0);
  return words && { value: words.value, end: stretch.ends[words.count - 1] as number };
}

function readPartOfYear(text: string, at: number): Reading | undefined {
  const pattern =
    /(debut|mi|milieu|fin|early|mid|late|beginning of|end of)(?: de l'annee | de | d'| |-)((?:19|20)\d{2})(?!\d)/y;
  const match = findSticky(pattern, text, at);
  if (!match || isCounted(text, at + match[0].length)) return undefined;
  return { meaning: toPartOfYear(Number(match[2]), toPart(match[1] as string)), end: at + match[0].length };
}

function toPart(word: string): Part {
  if (/^(?:debut|early|beginning)/.test(word)) return 'start';
  return /^mi/.test(word) ? 'middle' : 'end';
}
