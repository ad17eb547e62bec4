/** Draws numbers from 0 to 1, 1 left out. */
export type Random = () => number;

/** Numbers that look drawn by chance and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return function random() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to `count`, `count` left out. */
export function drawIndex(random: Random, count: number): number {
  return Math.floor(random() * count);
}
