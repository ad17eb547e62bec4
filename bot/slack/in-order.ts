/** Runs works of one name one after the other, those of different names side by side. */
export type InOrder = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Builds it; a name that has nothing left to do is forgotten. */
export function createInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return async function inOrder(name, work) {
    // What went wrong before is told where it was asked for.
    const done = (last.get(name) ?? Promise.resolve()).catch(() => undefined).then(work);
    last.set(name, done);
    try {
      return await done;
    } finally {
      if (last.get(name) === done) last.delete(name);
    }
  };
}
