/** How well the right documents were ranked, each from 0 to 1. */
export type RankScores = {
  /** Share of the questions that have a right document among the first 1, 5 and 10. */
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  /** Mean of 1 ÷ rank of the first right document, 0 past the tenth. */
  readonly 'mrr@10': number;
  /** Gain of the right documents, less the lower they stand, beside the best order possible. */
  readonly 'ndcg@10': number;
};

/** A question answered: the ids found, best first, and those that were right. */
export type Ranking = { readonly found: readonly string[]; readonly attendus: ReadonlySet<string> };

const DEPTH = 10;

/** Scores a list of questions; none gives zeros. */
export function scoreRanks(rankings: readonly Ranking[]): RankScores {
  const ranks = rankings.map(({ found, attendus }) => found.slice(0, DEPTH).findIndex((id) => attendus.has(id)));
  const within = (k: number): number => computeMean(ranks.map((rank) => (rank >= 0 && rank < k ? 1 : 0)));
  return {
    'recall@1': within(1),
    'recall@5': within(5),
    'recall@10': within(DEPTH),
    'mrr@10': computeMean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))),
    'ndcg@10': computeMean(rankings.map(computeGain)),
  };
}

function computeGain({ found, attendus }: Ranking): number {
  let gain = 0;
  for (const [rank, id] of found.slice(0, DEPTH).entries()) if (attendus.has(id)) gain += 1 / Math.log2(rank + 2);
  let best = 0;
  for (let rank = 0; rank < Math.min(attendus.size, DEPTH); rank += 1) best += 1 / Math.log2(rank + 2);
  return best === 0 ? 0 : gain / best;
}

function computeMean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
