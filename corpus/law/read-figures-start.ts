import type { Folded } from './fold-text.ts';
import { splitGluedNumber } from './number-words-glued.ts';
import { COLLECTIVES, NUMBER_WORDS } from './number-words-vocabulary.ts';
import { MONTHS } from './read-dates-months.ts';
import { findSticky } from './read-numbers-stretch.ts';

/** First words of readings that are neither a number nor a month: relative dates, parts of a year, shares, codes. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  (
    'a an il y ya voila voici ca cela dans d in hier avant apres aujourd demain yesterday today tomorrow day l le ' +
    'dernier annee cette ce last next this mois debut mi milieu fin early mid late beginning end t q s h eur ' +
    'moitie demi demie tiers quart quarts half twice thrice twofold threefold tenfold ' +
    'premier premiere premiers premieres second seconde seconds secondes first'
  ).split(' '),
);

/** Forms that cannot be listed: ordinals, multiples, Roman numerals. */
const ENDINGS = /(?:emes?|ths?|rds?)$|^(?:doubl|tripl|quadrupl|quintupl|decupl)/;

/**
 * Whether a figure can start at a place: a digit that continues no other, a sign of money or a fraction, or a word
 * that starts one. Everything else is passed over without trying the readers.
 */
export function isFigureStart(folded: Folded, at: number): boolean {
  const { text, cased } = folded;
  const character = text[at] as string;
  const before = text[at - 1] ?? ' ';
  // « 1e999 » is the number of a machine: what follows its letter is no figure of its own.
  if (/\d/.test(character)) return !/\d/.test(before) && !/\de[+-]?$/.test(text.slice(Math.max(0, at - 3), at));
  if (!/[a-z]/.test(character)) return /[€½¼¾⅓⅔⅕⅛]/.test(character);
  if (/[a-z]/.test(before)) return false;
  const word = findSticky(/[a-z]+/y, text, at)?.[0] ?? '';
  return (
    FIRST_WORDS.has(word) ||
    NUMBER_WORDS.has(word) ||
    COLLECTIVES.has(word) ||
    MONTHS.has(word) ||
    ENDINGS.test(word) ||
    /^[IVXLCDM]/.test(cased.slice(at, at + 1)) ||
    splitGluedNumber(word) !== undefined
  );
}
