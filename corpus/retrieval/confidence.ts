import type { ExpandedQuery, QueryGroup } from './expand-query.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { computeMass } from './soft-match.ts';

/**
 * What the words say and what the meaning says, in the confidence. Words alone tell questions of the subject from
 * others well (0.95 of the pairs in order, on two corpora asked each other's questions), cosines less (0.8).
 */
const SHARES = { words: 0.7, meaning: 0.3 } as const;

/**
 * How much a document speaks of a question, on a scale that does not depend on the other documents found.
 * @param shareFound share of the question's words found, from {@link createShareFound}
 * @param cosines    cosines of the vector views; empty without an embedder
 * @returns 0 to 1; questions of the corpus mostly get 0.45 and more, questions about something else less
 */
export function computeConfidence(shareFound: number, cosines: readonly number[]): number {
  if (cosines.length === 0) return shareFound;
  return SHARES.words * shareFound + SHARES.meaning * Math.min(Math.max(0, ...cosines), 1);
}

/**
 * Share of the question that a document speaks of: each word or phrase counts for its idf (a word that no document
 * uses counts most), as far as the document holds it or what it stands for. Numbers that no document holds are left
 * out: they are the asker's own case, not a subject.
 * @returns 0 to 1; 0 for a question without a content word
 */
export function createShareFound(query: ExpandedQuery, lexical: LexicalIndex): (document: number) => number {
  const groups: { group: QueryGroup; mass: number }[] = [];
  let total = 0;
  for (const group of query.groups) {
    const mass = computeMass(group, lexical);
    total += mass;
    groups.push({ group, mass });
  }
  return (document) => {
    let found = 0;
    for (const { group, mass } of groups) found += mass * computeFound(group, lexical, document);
    return total === 0 ? 0 : found / total;
  };
}

function computeFound({ own, variants }: QueryGroup, lexical: LexicalIndex, document: number): number {
  if (own !== undefined && lexical.contains(document, own.stem)) return 1;
  let best = 0;
  for (const { stems, weight } of variants) {
    const present = stems.filter((stem) => lexical.contains(document, stem)).length;
    best = Math.max(best, (weight * present) / stems.length);
  }
  return best;
}
