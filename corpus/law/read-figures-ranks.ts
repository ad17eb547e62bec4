import { readOrdinalWords } from './number-words-ordinals.ts';
import { findRomanValue, findSingleRomanValue, ROMAN_HEADS } from './number-words-roman.ts';
import type { Reading } from './read-figures-quantities.ts';
import { findSticky, readWordsAt } from './read-numbers-stretch.ts';

/** « 1er », « 2e », « 3ème », « troisième », "21st", and the digits of « n° 2 ». */
export function readOrdinalAt(text: string, at: number): Reading | undefined {
  const suffixed = /(\d{1,3})(?: ?(?:er|ers|ere|eres|re|e|eme|emes|ieme|iemes|ier|iere|nde?|st|rd|th))(?![a-z])/y;
  const digits = findSticky(suffixed, text, at) ?? readNumbered(text, at);
  if (digits) return { meaning: { kind: 'ordinal', value: Number(digits[1]) }, end: at + digits[0].length };
  const stretch = readWordsAt(text, at);
  const words = readOrdinalWords(stretch.words, 0);
  if (!words) return undefined;
  return { meaning: { kind: 'ordinal', value: words.value }, end: stretch.ends[words.count - 1] as number };
}

/** « n° 2 », « no 2 », « numéro 2 », « № 2 », "#2": the sign itself is no part of the figure. */
function readNumbered(text: string, at: number): RegExpExecArray | undefined {
  const before = text.slice(Math.max(0, at - 9), at);
  if (!/(?:(?:^|[^a-z])n ?° ?|(?:^|[^a-z])n[o°] ?\.? ?|numero |number |#)$/.test(before)) return undefined;
  return findSticky(/(\d{1,3})(?![\d.,/-]\d|\d| \d{3}(?!\d)|%| ?€)/y, text, at);
}

/** « XIV », « IIe », « Ve », and a single I, V or X after « titre », « livre », « annexe »… */
export function readRomanAt(cased: string, at: number): Reading | undefined {
  const word = findSticky(/[A-Za-z]+/y, cased, at)?.[0] ?? '';
  // Small letters are left to the detector: « vi » in a question is a slip more often than a six.
  const isCapital = /^[IVXLCDM]/.test(word);
  const value = isCapital ? (findRomanValue(word) ?? findAfterHead(cased, at, word)) : undefined;
  return value === undefined ? undefined : { meaning: { kind: 'roman', value }, end: at + word.length };
}

function findAfterHead(cased: string, at: number, word: string): number | undefined {
  const head = /([A-Za-z]+)[ -]$/.exec(cased.slice(Math.max(0, at - 14), at))?.[1]?.toLowerCase() ?? '';
  const isPronoun =
    word === 'I' &&
    /^(?:part|section|point|year|book|article|title)$/.test(head) &&
    /^ [a-z]/.test(cased.slice(at + 1, at + 3));
  return ROMAN_HEADS.has(head) && !isPronoun ? findSingleRomanValue(word) : undefined;
}

/**
 * Digits that name something: « 2022-375 » of a law, « L. 1434-12 » of a code, a phone number.
 * Without this reading, « 375 » would pass for a quantity.
 */
export function readIdentifierAt(text: string, at: number): Reading | undefined {
  const article = findSticky(/\d{3,4}(?:-\d{1,3})+(?!\d)/y, text, at);
  const letter = /(?:^|[^a-z])([lrd]) ?\.? ?\*?$/.exec(text.slice(Math.max(0, at - 5), at))?.[1];
  if (article && letter) return toIdentifier(`${letter}${article[0]}`.toUpperCase(), at + article[0].length);
  const phone = findSticky(/0\d(?:[ .-]?\d{2}){4}(?!\d)/y, text, at);
  if (phone) return toIdentifier(phone[0].replace(/\D/g, ''), at + phone[0].length);
  const law = findSticky(/((?:19|20)\d{2}-\d{1,4})(?![\d-])/y, text, at);
  const isNamed = /(?:decret|loi|ordonnance|arrete|instruction|circulaire|n ?°|no\.?|numero)[ a-z°.]{0,4}$/.test(
    text.slice(Math.max(0, at - 16), at),
  );
  if (!law || !(isNamed || (/-\d{3,4}$/.test(law[0]) && !/-(?:19|20)\d{2}$/.test(law[0])))) return undefined;
  return toIdentifier(law[1] as string, at + law[0].length);
}

function toIdentifier(value: string, end: number): Reading {
  return { meaning: { kind: 'identifier', value }, end };
}
