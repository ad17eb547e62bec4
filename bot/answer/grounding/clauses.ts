import { foldText } from '#corpus/law/fold-text.ts';
import { toWordLine } from '#corpus/law/fold-text-words.ts';

/** A stretch of linking words between two marks: its words, folded, and the mark that ends it. */
export type Clause = { readonly words: readonly string[]; readonly end: string };

/** Marks between clauses; an apostrophe or a hyphen inside a word is none. */
const MARK = /[.,;:!?()«»"“”–—•…\n]| -/u;

/** Splits linking words into clauses; those without words are left out. */
export function splitClauses(text: string): readonly Clause[] {
  const line = toWordLine(foldText(text));
  const clauses: Clause[] = [];
  let words: string[] = [];
  for (const [at, word] of line.words.entries()) {
    words.push(word.text);
    const gap = line.text.slice(word.end, line.words[at + 1]?.start);
    const mark = MARK.exec(gap)?.[0];
    if (mark === undefined && at + 1 < line.words.length) continue;
    clauses.push({ words, end: mark ?? '' });
    words = [];
  }
  return clauses;
}
