import { foldText } from '#corpus/law/fold-text.ts';
import { toWordLine } from '#corpus/law/fold-text-words.ts';

/** A stretch of linking words between two marks: its words, folded, and the marks that end it, if any. */
export type Stretch = { readonly words: readonly string[]; readonly end: string };

/** Marks between stretches; an apostrophe or a hyphen inside a word is none. */
const MARKS = /[.,;:!?()«»"“”–—•…\n]| -/gu;

/** Splits linking words into stretches; those without words are left out. */
export function splitStretches(text: string): readonly Stretch[] {
  const line = toWordLine(foldText(text));
  const stretches: Stretch[] = [];
  let words: string[] = [];
  for (const [at, word] of line.words.entries()) {
    words.push(word.text);
    const gap = line.text.slice(word.end, line.words[at + 1]?.start);
    const end = (gap.match(MARKS) ?? []).join('');
    if (end === '' && at + 1 < line.words.length) continue;
    stretches.push({ words, end });
    words = [];
  }
  return stretches;
}
