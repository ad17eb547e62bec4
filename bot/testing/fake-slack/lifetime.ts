import { setTimeout as wait } from 'node:timers/promises';

/** What ends when the fake is closed: every wait, timer and request hangs on its signal. */
export type Lifetime = {
  readonly signal: AbortSignal;
  /** Waits; ends early, without a fuss, when the fake is closed. */
  sleep(ms: number): Promise<void>;
  /** Runs later, unless cancelled or closed before. */
  after(ms: number, run: () => void): () => void;
  end(): void;
};

/** Starts a lifetime. */
export function createLifetime(): Lifetime {
  const controller = new AbortController();
  const { signal } = controller;
  const timers = new Set<NodeJS.Timeout>();
  return {
    signal,
    async sleep(ms) {
      await wait(ms, undefined, { signal }).catch(() => {});
    },
    after(ms, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    end() {
      controller.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
