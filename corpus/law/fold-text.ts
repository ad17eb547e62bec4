import { CONFUSABLES } from './fold-text-confusables.ts';

/**
 * A text brought to plain lower-case ASCII as far as it goes, with the way back to the original.
 * `text` and `cased` have the same length; character `i` of both comes from `starts[i]`–`ends[i]` (UTF-16, end
 * excluded) of the original. Accents, invisible characters and look-alike letters are gone, every space is U+0020,
 * every decimal digit ASCII; superscripts, circled numbers and fractions (½) stay as they are.
 */
export type Folded = {
  readonly text: string;
  /** The same before lower case: needed for Roman numerals and "May". */
  readonly cased: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Folds a text: « Quatre‑Vingts » becomes « quatre-vingts », « dou\u200Bze » becomes « douze ». */
export function foldText(text: string): Folded {
  let cased = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const isPlain = code < 0x80;
    const character = isPlain ? (text[at] as string) : String.fromCodePoint(text.codePointAt(at) as number);
    const end = at + character.length;
    const folded = isPlain ? foldAscii(character) : foldCharacter(character);
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    cased += folded;
    at = end;
  }
  return { text: toLower(cased), cased, starts, ends };
}

/** Folds a word or phrase without keeping the way back: « Février » gives « fevrier ». */
export function foldWord(text: string): string {
  return foldText(text).text;
}

/** Place in the original of a stretch of the folded text (end excluded). */
export function toOriginal(folded: Folded, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}

function foldAscii(character: string): string {
  return character === '\t' ? ' ' : character;
}

/** Folding is a pure function of the character, so its results are kept: texts use few distinct ones. */
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = computeFold(character);
  known.set(character, folded);
  return folded;
}

function computeFold(character: string): string {
  const lookAlike = CONFUSABLES.get(character);
  if (lookAlike !== undefined) return lookAlike;
  if (/[\p{M}\p{Cf}\p{DI}]/u.test(character)) return '';
  if (/\p{Zs}/u.test(character)) return ' ';
  if (/[\p{Pd}\u2212\u2043]/u.test(character)) return '-';
  if (/\p{Nd}/u.test(character)) return String(findDigit(character));
  if (/[\p{Nl}\p{No}]/u.test(character)) return character;
  const code = character.codePointAt(0) as number;
  const enclosed = findEnclosedLetter(code);
  if (enclosed !== undefined) return enclosed;
  const plain = character.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{DI}]/gu, '');
  if (/\s/.test(plain)) return character;
  return [...plain].map((letter) => CONFUSABLES.get(letter) ?? letter).join('');
}

/** Decimal digits come in runs of ten, from zero to nine, in every script. */
function findDigit(character: string): number {
  const code = character.codePointAt(0) as number;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** White-on-black circled and squared letters, which Unicode does not decompose. */
function findEnclosedLetter(code: number): string | undefined {
  for (const first of [0x1f150, 0x1f170]) {
    if (code >= first && code < first + 26) return String.fromCharCode(0x41 + code - first);
  }
  return undefined;
}

/** Lower case that never changes the length (İ would). */
function toLower(cased: string): string {
  const lower = cased.toLowerCase();
  if (lower.length === cased.length) return lower;
  return Array.from({ length: cased.length }, (_, at) => {
    const unit = (cased[at] as string).toLowerCase();
    return unit.length === 1 ? unit : (cased[at] as string);
  }).join('');
}
