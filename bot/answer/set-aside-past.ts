import type { CorpusPassage } from '#corpus/load-corpus.ts';

/** What is looked at of a passage found. */
type Ranked = {
  readonly passage: CorpusPassage;
  readonly past: boolean;
  readonly sharedFigures: number;
  readonly named: number;
  readonly coverage: number;
  readonly confidence: number;
};

/** How well a passage that holds must cover the words of the question to stand for one that is over, at least. */
const STANDS_FOR = 0.6;
/** From here on a name leaves so few passages that they are what is asked for. */
const NAMED = 0.5;

/**
 * What is over stays out when history is not asked, unless the question quotes its figures or names its text. When nothing that holds
 * speaks of the same subjects, the rule that replaces it takes its place; a proposal, which nothing replaces exactly,
 * is kept and shown as one.
 * @param found          best first
 * @param toReplacement  the passage found, told as the one that replaces it; undefined when none does
 */
export function setAsidePast<T extends Ranked>(
  found: readonly T[],
  toReplacement: (over: T) => T | undefined,
): readonly T[] {
  const kept = new Map<string, T>();
  for (const entry of found) {
    const over = entry.past && entry.sharedFigures === 0 && entry.named < NAMED;
    if (over && found.some((other) => standsFor(other, entry))) continue;
    const replacement = over && entry.passage.statut !== 'proposition' ? toReplacement(entry) : undefined;
    const told = replacement ?? entry;
    if (!kept.has(told.passage.id)) kept.set(told.passage.id, told);
  }
  return [...kept.values()];
}

function standsFor(other: Ranked, over: Ranked): boolean {
  return !other.past && other.coverage >= over.coverage && other.confidence >= STANDS_FOR * over.confidence;
}
