import { setTimeout as sleep } from 'node:timers/promises';

/** What must hold for the bot to answer people. */
export type ReadyPart = 'corpus' | 'store' | 'slack' | 'running';

/** Whether each part holds, and all of them. */
export type ReadyState = { readonly ready: boolean; readonly parts: Readonly<Record<ReadyPart, boolean>> };

/** Says a part holds, now; a check that rejects says that it does not. */
export type ReadyCheck = () => boolean | Promise<boolean>;

/** Whether the bot can answer people: nothing holds until it is said how to see it. */
export type Readiness = {
  readonly hold: (part: Exclude<ReadyPart, 'running'>, check: ReadyCheck) => void;
  /** The bot is asked to stop: it is not ready any more, at once. */
  readonly leave: () => void;
  readonly read: () => Promise<ReadyState>;
};

/** Longest wait for a check, in milliseconds. */
const CHECK_MS = 1000;

/** Builds the readiness of a bot that starts. */
export function createReadiness(): Readiness {
  const checks = new Map<ReadyPart, ReadyCheck>();
  let isLeaving = false;

  async function look(part: ReadyPart): Promise<boolean> {
    const check = checks.get(part) ?? (() => false);
    try {
      return await Promise.race([check(), sleep(CHECK_MS, false, { ref: false })]);
    } catch {
      // Why is told elsewhere, where the part is used; here, it does not hold.
      return false;
    }
  }
  return {
    hold: (part, check) => void checks.set(part, check),
    leave() {
      isLeaving = true;
    },
    async read() {
      const [corpus, store, slack] = await Promise.all([look('corpus'), look('store'), look('slack')]);
      const parts = { corpus, store, slack, running: !isLeaving };
      return { ready: Object.values(parts).every(Boolean), parts };
    },
  };
}
