import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The processes that the measure has started: none outlives it. */
export type Children = {
  /** Takes charge of a process. */
  adopt(child: ChildProcess, name: string): void;
  /** Asks a process to stop, then makes it. */
  end(child: ChildProcess): Promise<void>;
  /** Stops all those that are left, at once. */
  endAll(): Promise<void>;
  /** Rejects when one of them ends without being asked to. */
  readonly failed: Promise<never>;
};

/** A bot takes eight seconds at most for its last answers. */
const FAREWELL_MS = 12_000;

/** Starts with none. */
export function createChildren(): Children {
  const running = new Set<ChildProcess>();
  const failure = Promise.withResolvers<never>();
  // Nobody may be listening yet, or any more.
  failure.promise.catch(() => undefined);

  async function end(child: ChildProcess): Promise<void> {
    const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS);
    await kill(child, 'SIGTERM');
    clearTimeout(timer);
  }
  async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (!running.delete(child)) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }
  return {
    adopt(child, name) {
      running.add(child);
      child.once('error', failure.reject);
      let words = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        words += text;
      });
      child.once('close', (code, signal) => {
        if (!running.delete(child)) return;
        const known = words.match(/ERR_\w+/)?.[0];
        failure.reject(new Error(`${name} ended by itself: ${known ?? signal ?? `exit code ${code}`}`));
      });
    },
    end,
    async endAll() {
      await Promise.all([...running].map((child) => kill(child, 'SIGKILL')));
    },
    failed: failure.promise,
  };
}
