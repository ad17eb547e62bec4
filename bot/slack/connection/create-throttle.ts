import { describeError } from '#bot/operation/describe-error.ts';
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
): (error: unknown) => void {
  let [last, silent] = [Number.NEGATIVE_INFINITY, 0];
  return function note(error) {
    if (now() - last < PERIOD_MS) {
      silent += 1;
      return;
    }
    const told = describeError(error);
    journal({ code, exception: silent === 0 ? told : `${told}\nand ${silent} like it since the last line` });
    [last, silent] = [now(), 0];
  };
}

/** The same for several codes, each on its own. */
export function createThrottles(
  journal: (incident: Incident) => void,
  now: () => number,
): (code: string, error: unknown) => void {
  const byCode = new Map<string, (error: unknown) => void>();
  return function note(code, error) {
    const throttle = byCode.get(code) ?? createThrottle(code, journal, now);
    byCode.set(code, throttle);
    throttle(error);
  };
}
