import { createNameFinder } from './exact-names.ts';
import type { Postings } from './postings.ts';
import { computeRarity } from './rarity.ts';
import type { Token } from './tokenize.ts';

/**
 * Builds the scorer of exact names: for each document, the rarity of the names of the question that it holds, halved
 * when they stand in its body alone; 1 for a name of one document only.
 */
export function createNameScorer(
  names: readonly string[],
  postings: Postings,
): (tokens: readonly Token[]) => Float32Array {
  const find = createNameFinder(names);
  const size = postings.lengths.length;
  const most = computeRarity(1, size);
  return (tokens) => {
    const scores = new Float32Array(size);
    for (const name of find(
      tokens.filter(({ empty }) => !empty).map(({ stem, kind }) => ({ stem, whole: kind === 'whole' })),
    )) {
      const [from, to] = [postings.starts[name] ?? 0, postings.starts[name + 1] ?? 0];
      const rarity = computeRarity(to - from, size) / most;
      for (let place = from; place < to; place += 1) {
        const document = postings.documents[place] ?? 0;
        scores[document] = (scores[document] ?? 0) + rarity * ((postings.counts[place] ?? 0) > 1 ? 1 : 0.5);
      }
    }
    return scores;
  };
}
