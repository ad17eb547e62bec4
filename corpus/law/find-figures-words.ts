import { findHiddenFigure, isGluedFigure } from './find-figures-hidden.ts';
import {
  AMBIGUOUS_MONTHS,
  ARTICLES,
  CAPITALISED_MONTHS,
  FIGURE_WORDS,
  type FigureWordRole,
  UNIT_ADJECTIVES,
  UNITS,
} from './find-figures-vocabulary.ts';
import type { Folded } from './fold-text.ts';
import { isJoined, isNear, toWordLine, type Word, type WordLine } from './fold-text-words.ts';
import { isIdiom } from './number-words-idioms.ts';
import { findCardinalWord } from './number-words-ordinals.ts';
import { findRomanValue, findSingleRomanValue, ROMAN_HEADS } from './number-words-roman.ts';

/** A stretch of the folded text that is a figure, and what made it one. */
export type FoldedSpan = { start: number; end: number; role: FigureWordRole | 'digits' | 'roman' | 'unit-one' };

/** Whether a word of number counts nothing where it stands. */
export type Spare = typeof isIdiom;

/**
 * Finds the figures written in letters (folded offsets, in order): numbers, ordinals, shares, months, Roman numerals.
 * @param spare words that are let through; those of set phrases when not given
 */
export function findWordFigures(folded: Folded, spare: Spare = isIdiom): FoldedSpan[] {
  const line = toWordLine(folded);
  const { words } = line;
  const spans: FoldedSpan[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const hidden = findHiddenFigure(line, at);
    if (hidden) {
      spans.push({ start: (words[at] as Word).start, end: (words[hidden.last] as Word).end, role: 'cardinal' });
      at = hidden.last;
      continue;
    }
    const role = findRole(line, at, spare);
    if (role) spans.push(toSpan(line, at, role));
  }
  return spans;
}

function findRole(line: WordLine, at: number, spare: Spare): FoldedSpan['role'] | undefined {
  const { text, cased } = line.words[at] as Word;
  const known = FIGURE_WORDS.get(text) ?? findInflected(text, cased);
  if (known !== undefined) return spare(line.plain, at, (left) => isJoined(line, left)) ? undefined : known;
  if (ARTICLES.has(text)) return isUnitOne(line, at, spare) ? 'unit-one' : undefined;
  if (CAPITALISED_MONTHS.has(text) && cased[0] !== text[0]) return 'month';
  if (AMBIGUOUS_MONTHS.has(text) && isBesideDigit(line, at)) return 'month';
  if (isRoman(line, at)) return 'roman';
  return isGluedFigure(text, cased) ? 'cardinal' : undefined;
}

/** « vingtième », "twentieth": the list of ordinals is as long as that of the numbers. */
function findInflected(text: string, cased: string): FigureWordRole | undefined {
  if (cased.length < 5 || !/(?:emes?|ths?|rds?)$/.test(text)) return undefined;
  return findCardinalWord(text) === undefined ? undefined : 'ordinal';
}

/** « un mois », « un seul mois », « une trentaine », "within a month", ":one:". */
function isUnitOne(line: WordLine, at: number, spare: Spare): boolean {
  const { text, start, end } = line.words[at] as Word;
  if (text === 'one' && line.text[start - 1] === ':' && line.text[end] === ':') return true;
  if (/^ {0,2}(?:€|%)/.test(line.text.slice(end, end + 3)) && text !== 'a') return true;
  if (!isNear(line, at) || spare(line.plain, at, (left) => isJoined(line, left))) return false;
  const isAfterAdjective = UNIT_ADJECTIVES.has(line.plain[at + 1] ?? '') && isNear(line, at + 1);
  const next = line.plain[at + (isAfterAdjective ? 2 : 1)] ?? '';
  if (text === 'a' || text === 'an') return isJoined(line, at) && isEnglishOne(line, at, next);
  const afterNext = line.plain[at + 2] ?? '';
  const isPercent = (next === 'pour' || next === 'per') && /^cents?$/.test(afterNext);
  return UNITS.has(next) || isPercent || isCountable(line, at, next, spare);
}

/** "a" is one in "a hundred", "within a month", "a year ago", and per in "60,000 a year". */
function isEnglishOne(line: WordLine, at: number, next: string): boolean {
  if (/^(?:hundred|thousand|million|billion|dozen|half|quarter|third|fortnight)$/.test(next)) return true;
  if (!/^(?:year|month|week|day|hour|decade|century)$/.test(next)) return false;
  const before = line.plain[at - 1] ?? '';
  const after = line.plain[at + 2] ?? '';
  return (
    /^(?:within|in|after|for|of|over|under|than|about|least|most|every|half)$/.test(before) ||
    /^(?:ago|later|earlier|before|after|and|from)$/.test(after)
  );
}

/** « un million », « une dizaine », « un tiers », « un quart »: the article belongs to the figure. */
function isCountable(line: WordLine, at: number, next: string, spare: Spare): boolean {
  const role = FIGURE_WORDS.get(next);
  const isMagnitude = role === 'collective' || /^(?:mill|bill|trill|hundred|thousand|cent$)/.test(next);
  const isShare = /^(?:moitie|tiers|quarts?|demie?|half|quarter|third)$/.test(next);
  return (isMagnitude || isShare) && !spare(line.plain, at + 1, (left) => isJoined(line, left));
}

function isBesideDigit(line: WordLine, at: number): boolean {
  const { start, end } = line.words[at] as Word;
  const before = line.text.slice(Math.max(0, start - 5), start);
  return /\d(?:st|nd|rd|th|er)?[ ./-]{0,2}$/.test(before) || /^[ ./-]{0,2}\d/.test(line.text.slice(end, end + 3));
}

function isRoman(line: WordLine, at: number): boolean {
  const { cased, end } = line.words[at] as Word;
  if (findRomanValue(cased) !== undefined) return true;
  if (findSingleRomanValue(cased) === undefined || !ROMAN_HEADS.has(line.plain[at - 1] ?? '')) return false;
  const previous = line.words[at - 1] as Word;
  if (!/^[ \-:.]{1,3}$/.test(line.text.slice(previous.end, (line.words[at] as Word).start))) return false;
  // "the part I wrote": the English pronoun is followed by its verb.
  return (
    cased !== 'I' ||
    !/^(?:part|section|point|year|book|article|title)$/.test(previous.text) ||
    !/^ [a-z]/.test(line.text.slice(end, end + 2))
  );
}

/** Stretches a word over the article before it and, after a ten or more, over « et un ». */
function toSpan(line: WordLine, at: number, role: FoldedSpan['role']): FoldedSpan {
  const word = line.words[at] as Word;
  const span = { start: word.start, end: word.end, role };
  const isAfterAdjective = role === 'unit-one' && UNIT_ADJECTIVES.has(line.plain[at + 1] ?? '');
  if (isAfterAdjective) span.end = line.words[at + 2]?.end ?? word.end;
  if (role !== 'cardinal' || !/^(?:vingts?|.+ante|trente|.*cents?|mill.*|.+ty|hundred|thousand)$/.test(word.text))
    return span;
  let next = at + 1;
  if (/^(?:et|and)$/.test(line.plain[next] ?? '') && isJoined(line, at)) next += 1;
  const isOne =
    /^(?:un|une|one|a)$/.test(line.plain[next] ?? '') && isJoined(line, next - 1) && line.plain[next] !== 'a';
  if (isOne && (next === at + 1 || !UNITS.has(line.plain[next + 1] ?? ''))) span.end = (line.words[next] as Word).end;
  return span;
}
