/**
 * Positions of the highest scores above zero, highest first, ties in the order of positions.
 * @param allows keeps documents, by position
 */
export function pickTop(scores: Float32Array, k: number, allows?: (document: number) => boolean): readonly number[] {
  const best: number[] = [];
  let worst = 0;
  for (let document = 0; document < scores.length; document += 1) {
    // Read without a default, as in dot-row.ts.
    const score = scores[document] as number;
    if (score <= worst) continue;
    if (allows !== undefined && !allows(document)) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[best[middle] ?? 0] ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, document);
    if (best.length > k) best.pop();
    if (best.length === k) worst = scores[best[k - 1] ?? 0] ?? 0;
  }
  return best;
}
