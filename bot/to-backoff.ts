const FIRST_MS = 250;
const WIDEST_MS = 30_000;

/** How long to wait before trying again, in milliseconds: twice as long each time, half a minute at most. */
export function toBackoffMs(tries: number): number {
  return Math.min(FIRST_MS * 2 ** tries, WIDEST_MS);
}
