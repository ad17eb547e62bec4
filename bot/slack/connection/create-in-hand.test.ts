import { describe, expect, it } from 'vitest';
import { createInHand } from './create-in-hand.ts';

describe('the works in hand', () => {
  it('are done at once when there are none', async () => {
    await expect(createInHand().whenDone()).resolves.toBeUndefined();
  });

  it('give back what they give, and their failures', async () => {
    const inHand = createInHand();
    expect(await inHand.track(Promise.resolve('done'))).toBe('done');
    await expect(inHand.track(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await inHand.whenDone();
  });

  it('are waited for to the last, those that began meanwhile and those that fail included', async () => {
    const inHand = createInHand();
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const told: string[] = [];
    const failing = inHand.track(first.promise).catch(() => told.push('first failed'));
    const whenDone = inHand.whenDone().then(() => told.push('all done'));
    const later = inHand.track(second.promise).then(() => told.push('second done'));
    first.reject(new Error('failed'));
    await failing;
    second.resolve();
    await Promise.all([later, whenDone]);
    expect(told).toEqual(['first failed', 'second done', 'all done']);
  });
});
