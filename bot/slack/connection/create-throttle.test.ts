import { expect, it } from 'vitest';
import type { Incident } from '#bot/tell-error.ts';
import { createThrottle } from './create-throttle.ts';

it('notes one incident a minute, and how many were like it', () => {
  let time = 0;
  const noted: Incident[] = [];
  const note = createThrottle(
    'ERR_SLACK_SIGNATURE',
    (incident) => void noted.push(incident),
    () => time,
  );
  for (time of [0, 1, 30_000, 59_999]) note(`at ${time}`);
  expect(noted).toEqual([{ code: 'ERR_SLACK_SIGNATURE', exception: 'at 0' }]);
  for (time of [60_000, 60_001, 119_999]) note(`at ${time}`);
  expect(noted.at(-1)?.exception).toBe('at 60000 (and 3 like it since the last line)');
  time = 500_000;
  note('at last');
  expect(noted.map(({ exception }) => exception).at(-1)).toBe('at last (and 2 like it since the last line)');
  time = 600_000;
  note('alone');
  expect(noted.at(-1)?.exception).toBe('alone');
  expect(noted).toHaveLength(4);
});
