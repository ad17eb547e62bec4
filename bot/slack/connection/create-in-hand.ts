/** The works under way, so that none is left when the bot stops. */
export type InHand = {
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  readonly count: () => number;
  /** Settles when nothing is under way any more. */
  readonly whenDone: () => Promise<void>;
};

/** Builds an empty one. */
export function createInHand(): InHand {
  const works = new Set<Promise<unknown>>();
  return {
    async track(work) {
      works.add(work);
      try {
        return await work;
      } finally {
        works.delete(work);
      }
    },
    count: () => works.size,
    async whenDone() {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
