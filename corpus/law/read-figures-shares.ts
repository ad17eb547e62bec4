import { readOrdinalWords } from './number-words-ordinals.ts';
import type { Reading } from './read-figures-quantities.ts';
import { readNumberAt } from './read-numbers.ts';
import { findSticky, readWordsAt } from './read-numbers-stretch.ts';

const NAMED: Readonly<Record<string, number>> = {
  moitie: 2,
  demi: 2,
  demie: 2,
  half: 2,
  tiers: 3,
  quart: 4,
  quarts: 4,
};

const NAMED_AFTER_NUMBER: Readonly<Record<string, number>> = {
  ...NAMED,
  demis: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
};

const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅛': [1, 8],
};

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/doubl(?:es?|er|ees?|ed|ing|ement)(?![a-z])|twice(?![a-z])|twofold(?![a-z])/y, 2],
  [/tripl(?:es?|er|ees?|ed|ing|ement)(?![a-z])|thrice(?![a-z])|threefold(?![a-z])/y, 3],
  [/quadrupl(?:es?|er|ees?|ed|ing)(?![a-z])/y, 4],
  [/quintupl(?:es?|er|ees?)(?![a-z])/y, 5],
  [/decupl(?:es?|er|ees?)(?![a-z])|tenfold(?![a-z])/y, 10],
];

/** « la moitié » (without its article), « un tiers », « trois quarts », « deux cinquièmes », « 3/4 », ½, "one third". */
export function readFractionAt(text: string, at: number): Reading | undefined {
  const sign = SIGNS[text[at] ?? ''];
  if (sign) return toFraction(sign[0], sign[1], at + 1);
  return readSlash(text, at) ?? readCounted(text, at) ?? readNamed(text, at);
}

/** « le double », « tripler », "twice". */
export function readMultipleAt(text: string, at: number): Reading | undefined {
  for (const [pattern, factor] of FACTORS) {
    const match = findSticky(pattern, text, at);
    if (match) return { meaning: { kind: 'multiple', factor }, end: at + match[0].length };
  }
  return undefined;
}

/** « 7/7 » and « 24/24 » are opening hours: only a proper fraction with a usual denominator is read. */
function readSlash(text: string, at: number): Reading | undefined {
  const match = findSticky(/(\d{1,2}) ?\/ ?(2|3|4|5|6|8|10|12|20|100)(?![\d/.])/y, text, at);
  const [num, den] = [Number(match?.[1]), Number(match?.[2])];
  const isDate = match !== undefined && /^0/.test(match[0]);
  return match && num > 0 && num < den && !isDate ? toFraction(num, den, at + match[0].length) : undefined;
}

function readCounted(text: string, at: number): Reading | undefined {
  const article = findSticky(/a (?=(?:half|third|quarter)(?![a-z]))/y, text, at);
  const count = article ? { value: 1, end: at + 1, written: 'words' } : readNumberAt(text, at);
  const gap = count && findSticky(/[ -]/y, text, count.end);
  if (!count || !gap || count.value < 1 || count.value % 1 !== 0) return undefined;
  const stretch = readWordsAt(text, count.end + 1);
  const named = NAMED_AFTER_NUMBER[stretch.words[0] ?? ''];
  if (named !== undefined) return toFraction(count.value, named, stretch.ends[0] as number);
  const ordinal = readOrdinalWords(stretch.words, 0);
  if (ordinal?.count !== 1 || ordinal.value < 3) return undefined;
  const end = stretch.ends[0] as number;
  const isPlural = /s$/.test(stretch.words[0] as string) && count.value > 1;
  // « un cinquième membre » is the fifth one; « un cinquième des membres » is a share.
  const isOneShare = count.value === 1 && /^(?:\s*$| ?[.,;!?)]| (?:de|des|du|of) | d')/.test(text.slice(end, end + 5));
  return isPlural || isOneShare ? toFraction(count.value, ordinal.value, end) : undefined;
}

function readNamed(text: string, at: number): Reading | undefined {
  const word = findSticky(/[a-z]+/y, text, at)?.[0] ?? '';
  const den = NAMED[word];
  return den === undefined ? undefined : toFraction(1, den, at + word.length);
}

function toFraction(num: number, den: number, end: number): Reading {
  return { meaning: { kind: 'fraction', num, den }, end };
}
