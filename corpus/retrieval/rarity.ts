/**
 * Inverse document frequency of a term of `count` documents among `total`: ln(1 + (N − n + ½) ÷ (n + ½)), positive even
 * for a term of every document.
 */
export function computeRarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}
