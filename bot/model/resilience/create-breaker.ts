/** Failures in a row after which nothing more is tried for a while. */
const MOST_FAILURES = 5;

/** How long nothing is tried, in milliseconds. */
const PAUSE_MS = 60_000;

/** What is known once an exchange is over. */
export type Verdict = 'success' | 'failure' | 'neither';

/** Leaves an endpoint alone after five failures in a row, then lets one exchange through to see. */
export type Breaker = {
  /**
   * Asks to start an exchange.
   * @returns what to call when it is over; undefined while nothing may be tried
   */
  enter(): ((verdict: Verdict) => void) | undefined;
};

/** @param now clock in milliseconds, that never goes back */
export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let pausedUntil: number | undefined;
  let isTrying = false;

  function leave(verdict: Verdict): void {
    if (verdict === 'success') {
      failures = 0;
      pausedUntil = undefined;
    }
    if (verdict === 'failure' && ++failures >= MOST_FAILURES) pausedUntil = now() + PAUSE_MS;
  }

  return {
    enter() {
      if (pausedUntil === undefined) return leave;
      if (isTrying || now() < pausedUntil) return undefined;
      isTrying = true;
      return (verdict) => {
        isTrying = false;
        leave(verdict);
      };
    },
  };
}
