import { describe, expect, it } from 'vitest';
import { createInOrder } from './in-order.ts';

describe('inOrder', () => {
  it('runs the works of one name one after the other, as they came', async () => {
    const inOrder = createInOrder();
    const steps: string[] = [];
    const work = (name: string, turns: number) => async () => {
      steps.push(`${name} begins`);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      steps.push(`${name} ends`);
      return name;
    };
    const all = [inOrder('fil', work('long', 20)), inOrder('fil', work('short', 1)), inOrder('fil', work('last', 0))];
    expect(await Promise.all(all)).toEqual(['long', 'short', 'last']);
    expect(steps).toEqual(['long', 'short', 'last'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('runs those of other names meanwhile', async () => {
    const inOrder = createInOrder();
    const gate = Promise.withResolvers<string>();
    const first = inOrder('one', () => gate.promise);
    expect(await inOrder('other', async () => 'passed')).toBe('passed');
    gate.resolve('done');
    expect(await first).toBe('done');
  });

  it('goes on after a work that failed, whose failure is told to its own caller alone', async () => {
    const inOrder = createInOrder();
    const failed = inOrder('fil', () => Promise.reject(new Error('failed')));
    const thrown = inOrder('fil', () => {
      throw new Error('thrown');
    });
    const next = inOrder('fil', async () => 'done');
    await expect(failed).rejects.toThrow('failed');
    await expect(thrown).rejects.toThrow('thrown');
    expect(await next).toBe('done');
  });

  it('takes a name again once it has nothing left to do', async () => {
    const inOrder = createInOrder();
    for (const given of [1, 2]) expect(await inOrder('fil', async () => given)).toBe(given);
  });
});
