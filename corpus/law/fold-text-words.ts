import type { Folded } from './fold-text.ts';

/** A run of letters of a folded text; `start` and `end` are folded offsets. */
export type Word = { readonly text: string; readonly cased: string; readonly start: number; readonly end: number };

/** Splits a folded text into its runs of Latin letters; digits and every other character separate them. */
export function splitWords(folded: Folded): readonly Word[] {
  const words: Word[] = [];
  const { text, cased } = folded;
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
    words.push({ text: text.slice(start, at), cased: cased.slice(start, at), start, end: at });
  }
  return words;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
