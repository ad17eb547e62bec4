import type { Folded } from './fold-text.ts';

/** A run of letters of a folded text; `start` and `end` are folded offsets. */
export type Word = { readonly text: string; readonly cased: string; readonly start: number; readonly end: number };

/** Words of a folded text in order, with the text for what lies between them. */
export type WordLine = { readonly text: string; readonly words: readonly Word[]; readonly plain: readonly string[] };

/** Splits a folded text into its runs of Latin letters; digits and every other character separate them. */
export function toWordLine(folded: Folded): WordLine {
  const words: Word[] = [];
  const { text, cased } = folded;
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
    words.push({ text: text.slice(start, at), cased: cased.slice(start, at), start, end: at });
  }
  return { text, words, plain: words.map((word) => word.text) };
}

/** Whether nothing but a blank, a line break, a hyphen, an apostrophe or marks of emphasis separate a word from the next. */
export function isJoined(line: WordLine, left: number): boolean {
  const [word, next] = [line.words[left], line.words[left + 1]];
  if (word === undefined || next === undefined) return false;
  return /^[*_~`"]{0,3}(?:[ \n\r]{1,9}| ?- ?|')[*_~`"]{0,3}$/.test(line.text.slice(word.end, next.start));
}

/**
 * Whether a word and the next stand in the same stretch of a sentence: blanks, brackets, quotes and commas may separate
 * them (« un (seul) mois »), the end of a sentence may not, nor anything that was put over a licensed figure.
 */
export function isNear(line: WordLine, left: number): boolean {
  const [word, next] = [line.words[left], line.words[left + 1]];
  if (word === undefined || next === undefined) return false;
  const gap = line.text.slice(word.end, next.start);
  return gap.length <= 12 && !/[.;:!?…]\s|[;:!?…\p{L}\p{N}\ufffc\u25a1]/u.test(gap);
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
