/** Scores of one view: its best scores, the score of any document, and how much the view is to be trusted. */
export type ScoredView = {
  /** Scores of the best documents, highest first. */
  readonly top: readonly number[];
  score(document: number): number;
  readonly weight: number;
};

/** How many of the best documents of a view tell what an ordinary score is. */
export const TOP = 50;

/**
 * Fused score of each candidate: the sum over the views of weight × z, where z is the score less the mean of the
 * view's top fifty, over their standard deviation. A view that sets one document apart so speaks louder than one that
 * finds all alike; ranks would lose that.
 */
export function fuseViews(views: readonly ScoredView[], candidates: readonly number[]): Map<number, number> {
  const fused = new Map(candidates.map((document) => [document, 0]));
  for (const { top, score, weight } of views) {
    const { mean, deviation } = computeSpread(top.slice(0, TOP));
    if (deviation === 0 || weight === 0) continue;
    for (const document of candidates) {
      fused.set(document, (fused.get(document) ?? 0) + (weight * (score(document) - mean)) / deviation);
    }
  }
  return fused;
}

function computeSpread(scores: readonly number[]): { mean: number; deviation: number } {
  if (scores.length === 0) return { mean: 0, deviation: 0 };
  let [sum, squares] = [0, 0];
  for (const score of scores) sum += score;
  const mean = sum / scores.length;
  for (const score of scores) squares += (score - mean) ** 2;
  const deviation = Math.sqrt(squares / scores.length);
  // All alike but for rounding: nothing to tell apart.
  return { mean, deviation: deviation < 1e-9 ? 0 : deviation };
}
