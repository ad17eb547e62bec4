/** A word of the documents that a misspelt one may stand for. */
export type WordNeighbour = { readonly word: string; readonly distance: number };

/** Words shorter than this are too close to too many others. */
const SHORTEST = 4;
/** From this length on, two errors are forgiven; up to {@link SAME_START_BELOW}, the first letter must be right. */
const TWO_ERRORS_FROM = 8;
const SAME_START_BELOW = 7;
/** A swap of two letters changes four trigrams at most, other errors three. */
const TRIGRAMS_LOST = 4;

/**
 * Finds the nearest words of a vocabulary (lower case, no accents), by trigrams first and Damerau-Levenshtein after.
 * @returns the words at the smallest distance, at most `limit`, in alphabetical order
 */
export function createWordNeighbours(vocabulary: Iterable<string>): (word: string, limit: number) => WordNeighbour[] {
  const words = [...vocabulary].filter((word) => !/\d/.test(word));
  let trigrams: Map<string, number[]> | undefined;
  return (word, limit) => {
    const tolerance = toTolerance(word);
    if (tolerance === 0) return [];
    trigrams ??= indexTrigrams(words);
    const found: WordNeighbour[] = [];
    for (const [position, shared] of countShared(word, trigrams)) {
      const other = words[position] ?? '';
      if (Math.abs(other.length - word.length) > tolerance || toTolerance(other) === 0) continue;
      if (shared < Math.max(other.length, word.length) + 2 - TRIGRAMS_LOST * tolerance) continue;
      if (word.length < SAME_START_BELOW && other[0] !== word[0]) continue;
      const distance = computeDistance(word, other);
      if (distance <= tolerance) found.push({ word: other, distance });
    }
    found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
    return found.filter(({ distance }) => distance === found[0]?.distance).slice(0, limit);
  };
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): letters added, lost, changed,
 * or swapped with their neighbour.
 */
export function computeDistance(a: string, b: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}

function toTolerance(word: string): number {
  if (word.length < SHORTEST || /\d/.test(word)) return 0;
  return word.length < TWO_ERRORS_FROM ? 1 : 2;
}

function toTrigrams(word: string): Set<string> {
  const padded = `^^${word}$$`;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start += 1) trigrams.add(padded.slice(start, start + 3));
  return trigrams;
}

function indexTrigrams(words: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [position, word] of words.entries()) {
    for (const trigram of toTrigrams(word)) {
      const positions = index.get(trigram);
      if (positions === undefined) index.set(trigram, [position]);
      else positions.push(position);
    }
  }
  return index;
}

function countShared(word: string, trigrams: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const trigram of toTrigrams(word)) {
    for (const position of trigrams.get(trigram) ?? []) shared.set(position, (shared.get(position) ?? 0) + 1);
  }
  return shared;
}
