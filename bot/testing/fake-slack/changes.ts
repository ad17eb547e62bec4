import type { Lifetime } from './lifetime.ts';

/** How long to wait, and for what: the words of the error when it never comes. */
export type WaitOptions = { readonly timeoutMs?: number; readonly what?: string };

/** Tells those who wait that something has changed. */
export type Changes = {
  changed(): void;
  /**
   * Waits until `find` finds something, looking only when something has changed.
   * @returns what was found: the first value that is neither false, undefined nor null
   * @throws {Error} after `timeoutMs` (5 s unless told), or when the fake is closed
   */
  waitFor<T>(find: () => T | false | undefined | null, options?: WaitOptions): Promise<T>;
};

/** Starts without anybody waiting. */
export function createChanges(lifetime: Lifetime): Changes {
  const lookers = new Set<() => void>();
  return {
    changed() {
      for (const look of [...lookers]) look();
    },
    waitFor<T>(find: () => T | false | undefined | null, { timeoutMs = 5000, what = String(find) }: WaitOptions = {}) {
      return new Promise<T>((resolve, reject) => {
        const stop = () => {
          lookers.delete(look);
          cancel();
          lifetime.signal.removeEventListener('abort', close);
        };
        const fail = (why: string) => {
          stop();
          reject(new Error(`${why} while waiting for ${what}`));
        };
        const look = () => {
          try {
            const found = find();
            if (found === false || found === undefined || found === null) return;
            stop();
            resolve(found);
          } catch (error) {
            stop();
            reject(error);
          }
        };
        const close = () => fail('the fake Slack was closed');
        const cancel = lifetime.after(timeoutMs, () => fail(`${timeoutMs} ms went by`));
        lifetime.signal.addEventListener('abort', close);
        lookers.add(look);
        if (lifetime.signal.aborted) close();
        else look();
      });
    },
  };
}
