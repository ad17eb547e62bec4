import type { FoldedSpan } from './find-figures-words.ts';
import type { Folded } from './fold-text.ts';

/** Numbers of every script, and pictures that show one: dice, cards, dominoes, clock faces, medals, 🔟, 💯. */
const NUMERIC =
  /[\p{N}一二三四五六七八九十百千万億兆零两\u2680-\u2685\u{1F000}-\u{1F021}\u{1F030}-\u{1F093}\u{1F0A1}-\u{1F0FF}\u{1F4AF}\u{1F51F}\u{1F550}-\u{1F567}\u{1F947}-\u{1F949}]/gu;

/** Letters that stand for a digit when they touch one: « l00 », « 1O0 ». */
const LOOK_ALIKE = /^[ilo|]+$/;

/** Between the digits of one number, date or time. Blanks count only before a group of three. */
const SEPARATOR = /^(?:[.,'/:·-]| ?[/-] ?| {1,2}(?=\d{3}(?!\d)))$/;

/**
 * Finds the runs of digits (folded offsets), each with its separators: « 75 000,50 », « 15/01/2024 », « 14:30 ».
 * Two numbers that only a blank separates stay apart unless the second looks like a group of thousands.
 */
export function findDigitRuns(folded: Folded): FoldedSpan[] {
  const runs: FoldedSpan[] = [];
  for (const match of folded.text.matchAll(NUMERIC)) {
    const end = match.index + match[0].length;
    const last = runs.at(-1);
    if (last && isSameRun(folded.text, last, match.index)) last.end = end;
    else runs.push({ start: match.index, end, role: 'digits' });
  }
  for (const run of runs) growOverLookAlikes(folded.text, run);
  return runs;
}

function isSameRun(text: string, run: FoldedSpan, start: number): boolean {
  const gap = text.slice(run.end, start);
  if (gap === '' || LOOK_ALIKE.test(gap)) return true;
  if (gap.length > 3) return false;
  if (/^ {1,2}$/.test(gap))
    return /^\d{3}(?!\d)/.test(text.slice(start, start + 4)) && /\d{1,3}$/.test(text.slice(run.start, run.end));
  return SEPARATOR.test(gap);
}

function growOverLookAlikes(text: string, run: FoldedSpan): void {
  const before = /(?<![a-z])[ilo|]+$/.exec(text.slice(Math.max(0, run.start - 6), run.start));
  if (before) run.start -= before[0].length;
  const after = /^[ilo|]+(?![a-z])/.exec(text.slice(run.end, run.end + 6));
  if (after) run.end += after[0].length;
}
