import { FIGURE_WORDS, UNITS } from './find-figures-vocabulary.ts';
import type { Word, WordLine } from './fold-text-words.ts';
import { NUMBER_WORDS } from './number-words-vocabulary.ts';

/** Marks that may cut a word of number in two without hiding it from a reader: « dou-ze », « dou*ze* ». */
const CUT = /^[-'*_~`.·"’]{1,2}$/;

/** Signs put for a letter inside a word: « tr€nte », « $ix ». */
const SIGN_LETTERS: Readonly<Record<string, string>> = {
  '€': 'e',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '£': 'l',
  '¥': 'y',
};

/** Honest French that would read as a number once its apostrophe is gone. */
const HONEST_CUTS: ReadonlySet<string> = new Set(['d eux', 't en', 'm ai', 'd emi', 't an', 'l an', 'd ec']);

/** Words that may be glued behind a number: « sixmois », « douzeeuros », « vingtetun ». */
const GLUED_TAILS: ReadonlySet<string> = new Set([
  ...UNITS,
  ...['un', 'une', 'one', 'habitants', 'membres', 'professionnels', 'pourcent', 'pourcents', 'fois', 'cpts'],
]);

/** Words that only look like a number and its unit put together. */
const HONEST_WORDS: ReadonlySet<string> = new Set(['teneur', 'teneurs']);

/** Length of the longest word of number. */
const LONGEST = 16;

/**
 * Finds a word of number cut by marks, or spelled letter by letter (« d o u z e », « X.I.V »), that starts at a word.
 * @returns the index of its last word
 */
export function findHiddenFigure(line: WordLine, at: number): { readonly last: number } | undefined {
  const spelled = (line.plain[at] as string).length === 1 ? findSpelled(line, at) : undefined;
  if (spelled !== undefined) return { last: spelled };
  // Most words are followed by a blank: nothing is cut there.
  if (line.text[(line.words[at] as Word).end] === ' ') return undefined;
  let joined = line.plain[at] as string;
  for (let last = at + 1; last < line.words.length && last <= at + 8; last += 1) {
    const gap = gapAfter(line, last - 1);
    const letter = SIGN_LETTERS[gap];
    if (letter === undefined && !CUT.test(gap)) return undefined;
    joined += `${letter ?? ''}${line.plain[last]}`;
    if (joined.length > 14) return undefined;
    const isHonest = last === at + 1 && HONEST_CUTS.has(`${line.plain[at]} ${line.plain[last]}`);
    if (isStrong(joined) && !isHonest) return { last };
  }
  return undefined;
}

/** Whether a word is numbers glued together, or to their unit, or to a capitalised word (« douzeCPTS »). */
export function isGluedFigure(text: string, cased: string): boolean {
  if (text !== cased && /[a-z][A-Z]/.test(cased)) {
    const pieces = cased.split(/(?<=[a-z])(?=[A-Z])/).map((piece) => piece.toLowerCase());
    if (pieces.some((piece) => isStrong(piece))) return true;
  }
  return text.length >= 6 && !HONEST_WORDS.has(text) && isGlued(text, 0);
}

/** Three single letters or more, evenly set apart, that spell a number or a Roman numeral. */
function findSpelled(line: WordLine, at: number): number | undefined {
  const isSingle = (index: number) => (line.plain[index] ?? '').length === 1;
  if (!isSingle(at) || !isSingle(at + 1) || !isSingle(at + 2) || isSingle(at - 1)) return undefined;
  let last = at;
  while (isSingle(last + 1) && /^[^\p{L}\p{N}]{1,2}$/u.test(gapAfter(line, last))) last += 1;
  if (last - at < 2) return undefined;
  const letters = line.plain.slice(at, last + 1).join('');
  const capitals = line.words
    .slice(at, last + 1)
    .map((word) => word.cased)
    .join('');
  return spelledNumber().test(letters) || /^[IVX]{3,}$/.test(capitals) ? last : undefined;
}

function gapAfter(line: WordLine, at: number): string {
  return line.text.slice(line.words[at]?.end, line.words[at + 1]?.start);
}

/** A figure word long or plain enough not to arise by chance when two pieces are put together. */
function isStrong(word: string): boolean {
  const role = FIGURE_WORDS.get(word);
  return role !== undefined && (word.length >= 4 || NUMBER_WORDS.has(word));
}

/** Whether the word, from `at` on, is number words (one at least when `at` is 0) and then perhaps a unit. */
function isGlued(text: string, at: number): boolean {
  if (at > 0 && GLUED_TAILS.has(text.slice(at))) return true;
  for (let end = Math.min(text.length, at + LONGEST); end >= at + 2; end -= 1) {
    const part = text.slice(at, end);
    const isPart = isStrong(part) || (at > 0 && end < text.length && (part === 'et' || part === 'and'));
    if (isPart && FIGURE_WORDS.get(part) !== 'month' && (end === text.length || isGlued(text, end))) return true;
  }
  return false;
}

let spelledPattern: RegExp | undefined;

/** Words of three letters or more, in any order: one inside the letters is enough. */
function spelledNumber(): RegExp {
  spelledPattern ??= new RegExp(
    [...FIGURE_WORDS.keys()].filter((word) => word.length >= 3 && isStrong(word)).join('|'),
  );
  return spelledPattern;
}
