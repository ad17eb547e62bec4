import type { Segment } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import { type Clause, splitClauses } from './clauses.ts';

/** Linking words that follow each other in a draft, with the énoncés around them. */
export type Run = {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly before: Enonce | undefined;
  readonly after: Enonce | undefined;
};

/** Puts together the linking words between two énoncés: what is cut over several segments is read as a whole. */
export function listRuns(segments: readonly Segment[]): readonly Run[] {
  const runs: Run[] = [];
  let words: string[] = [];
  let before: Enonce | undefined;
  function close(after: Enonce | undefined): void {
    const text = words.join(' ').normalize('NFC');
    if (text.trim() !== '') runs.push({ text, clauses: splitClauses(text), before, after });
    words = [];
    before = after;
  }
  for (const segment of segments) {
    if (segment.type === 'liaison') words.push(segment.words);
    else close(segment.enonce);
  }
  close(undefined);
  return runs;
}
