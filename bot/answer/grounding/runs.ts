import type { Segment } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import type { Liaisons } from './liaisons.ts';
import { type Stretch, splitStretches } from './stretches.ts';

/** Linking words that follow each other in a draft, with the énoncés that stand before them and after them. */
export type Run = {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly before: readonly Enonce[];
  readonly after: readonly Enonce[];
};

/** Puts together the linking words between two énoncés: what is cut over several segments is read as a whole. */
export function listRuns(segments: readonly Segment[], { expand }: Liaisons): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < segments.length; ) {
    const before = takeEnonces(segments, at);
    const words = takeWords(segments, at + before.length);
    at += before.length + words.length;
    const text = expand(words.join(' ').normalize('NFC'));
    if (text.trim() === '') continue;
    runs.push({ text, stretches: splitStretches(text), before, after: takeEnonces(segments, at) });
  }
  return runs;
}

function takeEnonces(segments: readonly Segment[], from: number): readonly Enonce[] {
  const taken: Enonce[] = [];
  for (const segment of segments.slice(from)) {
    if (segment.type !== 'enonce') break;
    taken.push(segment.enonce);
  }
  return taken;
}

function takeWords(segments: readonly Segment[], from: number): readonly string[] {
  const taken: string[] = [];
  for (const segment of segments.slice(from)) {
    if (segment.type !== 'liaison') break;
    taken.push(segment.words);
  }
  return taken;
}
