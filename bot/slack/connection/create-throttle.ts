import type { Incident } from '#bot/tell-error.ts';

/** Time during which incidents of one kind make one line, in milliseconds. */
const PERIOD_MS = 60_000;

/**
 * Notes one incident a minute and counts the others, so that whoever knocks at the door cannot fill the disk.
 * @param now milliseconds of the clock
 */
export function createThrottle(
  code: string,
  journal: (incident: Incident) => void,
  now: () => number,
): (reason: string) => void {
  let [last, silent] = [Number.NEGATIVE_INFINITY, 0];
  return function note(reason) {
    if (now() - last < PERIOD_MS) {
      silent += 1;
      return;
    }
    journal({ code, exception: silent === 0 ? reason : `${reason} (and ${silent} like it since the last line)` });
    [last, silent] = [now(), 0];
  };
}

/** The same for several codes, each on its own. */
export function createThrottles(
  journal: (incident: Incident) => void,
  now: () => number,
): (code: string, reason: string) => void {
  const byCode = new Map<string, (reason: string) => void>();
  return function note(code, reason) {
    const throttle = byCode.get(code) ?? createThrottle(code, journal, now);
    byCode.set(code, throttle);
    throttle(reason);
  };
}
