import { expect, it } from 'vitest';
import { createLogger } from './create-logger.ts';

it('notes the errors of Bolt, and lets no other line leave', () => {
  const noted: string[] = [];
  const logger = createLogger((text) => void noted.push(text));
  logger.debug('http request headers: xoxb-1-secret');
  logger.info('the words of a person');
  logger.warn('http request failed', 'ECONNRESET');
  logger.setLevel(logger.getLevel());
  logger.setName('any');
  expect(noted).toEqual([]);
  logger.error('the socket failed', 'ECONNRESET');
  logger.error(new TypeError('defect'), { status: 500 });
  expect(noted).toEqual([
    'the socket failed ECONNRESET',
    expect.stringMatching(/^TypeError: defect\n +at .*\[object Object\]$/s),
  ]);
});

it('asks Bolt for errors alone, so that it does not even write the rest', () => {
  expect(createLogger(() => {}).getLevel()).toBe('error');
});
