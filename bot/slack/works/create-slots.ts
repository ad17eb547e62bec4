/** Runs a work when one of a few places is free, first come first served. */
export type InSlot = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Builds it.
 * @param most works side by side
 */
export function createSlots(most: number): InSlot {
  const waiting: (() => void)[] = [];
  let free = most;
  return async function inSlot(work) {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
