import { expect, it } from 'vitest';
import { toBackoffMs } from './to-backoff.ts';

it('waits twice as long each time, half a minute at most', () => {
  const waits = Array.from({ length: 9 }, (_, tries) => toBackoffMs(tries));
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

it('still waits half a minute after days of tries', () => {
  expect(toBackoffMs(100_000)).toBe(30_000);
});
