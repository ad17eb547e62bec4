/** Names of works that somebody sees to. */
export type Held = {
  readonly has: (id: string) => boolean;
  readonly hold: <T>(id: string, see: () => Promise<T>) => Promise<T>;
};

/** Builds it; the same work may be held twice, as one that comes again while it is done. */
export function createHeld(): Held {
  const counts = new Map<string, number>();
  return {
    has: (id) => counts.has(id),
    async hold(id, see) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      try {
        return await see();
      } finally {
        const others = (counts.get(id) ?? 1) - 1;
        if (others > 0) counts.set(id, others);
        else counts.delete(id);
      }
    },
  };
}
