import { expect, it } from 'vitest';
import { createBreaker } from './create-breaker.ts';

function createTimed() {
  const clock = { ms: 0 };
  return { clock, breaker: createBreaker(() => clock.ms) };
}

it('opens at the fifth failure in a row, for a minute', () => {
  const { clock, breaker } = createTimed();
  for (let failure = 1; failure <= 5; failure++) breaker.enter()?.('failure');
  expect(breaker.enter()).toBeUndefined();
  clock.ms = 59_999;
  expect(breaker.enter()).toBeUndefined();
  clock.ms = 60_000;
  expect(breaker.enter()).toBeDefined();
});

it('forgets failures at each success, and leaves out what says nothing', () => {
  const { breaker } = createTimed();
  for (const verdict of ['failure', 'failure', 'failure', 'failure', 'success'] as const) breaker.enter()?.(verdict);
  for (const verdict of ['failure', 'failure', 'neither', 'failure', 'failure'] as const) breaker.enter()?.(verdict);
  expect(breaker.enter()).toBeDefined();
  breaker.enter()?.('failure');
  expect(breaker.enter()).toBeUndefined();
});

it('lets one exchange through to see, and no other meanwhile', () => {
  const { clock, breaker } = createTimed();
  for (let failure = 1; failure <= 5; failure++) breaker.enter()?.('failure');
  clock.ms = 60_000;
  const leave = breaker.enter();
  expect(breaker.enter()).toBeUndefined();
  leave?.('failure');
  clock.ms = 119_999;
  expect(breaker.enter()).toBeUndefined();
  clock.ms = 120_000;
  breaker.enter()?.('neither');
  breaker.enter()?.('success');
  expect([breaker.enter(), breaker.enter()]).toEqual([expect.any(Function), expect.any(Function)]);
});
