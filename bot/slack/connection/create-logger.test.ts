import { expect, it } from 'vitest';
import { createLogger } from './create-logger.ts';

it('notes the errors of Bolt, and lets no other line leave', () => {
  const noted: unknown[] = [];
  const logger = createLogger((error) => void noted.push(error));
  logger.debug('http request headers: xoxb-1-secret');
  logger.info('the words of a person');
  logger.warn('http request failed', 'ECONNRESET');
  logger.setLevel(logger.getLevel());
  logger.setName('any');
  expect(noted).toEqual([]);
  logger.error('the socket failed', 'ECONNRESET');
  const defect = new TypeError('defect');
  logger.error('words', defect, { status: 500 });
  expect(noted[1]).toBe(defect);
  // A line without an exception is told by where it was written, and by none of its words.
  expect(noted[0]).toMatchObject({ message: '', stack: expect.stringContaining('create-logger') });
});

it('asks Bolt for errors alone, so that it does not even write the rest', () => {
  expect(createLogger(() => {}).getLevel()).toBe('error');
});
