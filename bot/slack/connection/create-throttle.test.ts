import { expect, it } from 'vitest';
import type { Incident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { createThrottle } from './create-throttle.ts';

it('notes one incident a minute, and how many were like it', () => {
  let time = 0;
  const noted: Incident[] = [];
  const note = createThrottle(
    'ERR_SLACK_SIGNATURE',
    (incident) => void noted.push(incident),
    () => time,
  );
  for (time of [0, 1, 30_000, 59_999]) note(new BotError(`ERR_AT_${time}`, 'words', ''));
  expect(noted).toEqual([
    { code: 'ERR_SLACK_SIGNATURE', exception: expect.stringMatching(/^BotError ERR_AT_0\n {4}at /) },
  ]);
  for (time of [60_000, 60_001, 119_999]) note(new BotError(`ERR_AT_${time}`, 'words', ''));
  expect(noted.at(-1)?.exception).toMatch(/^BotError ERR_AT_60000\n.*and 3 like it since the last line$/s);
  time = 500_000;
  note('words');
  expect(noted.map(({ exception }) => exception).at(-1)).toBe('thrown: string\nand 2 like it since the last line');
  time = 600_000;
  note('alone');
  expect(noted.at(-1)?.exception).toBe('thrown: string');
  expect(noted).toHaveLength(4);
});
