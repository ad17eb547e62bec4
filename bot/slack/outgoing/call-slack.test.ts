import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createCaller } from './call-slack.ts';

const AWAY = new webApi.WebAPIRequestError(new Error('ECONNREFUSED'));
const SECOND = 1000;

/** A caller whose clock is moved by its waits alone; calls wait side by side. */
function createTimedCaller() {
  let time = 0;
  const waits: number[] = [];
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  async function wait(ms: number): Promise<void> {
    waits.push(ms);
    const { promise, resolve } = Promise.withResolvers<void>();
    sleepers.push({ until: time + ms, wake: resolve });
    // Everybody has spoken before the clock moves to the first who wakes.
    setImmediate(() => {
      sleepers.sort((a, b) => a.until - b.until);
      const first = sleepers.shift();
      if (!first) return;
      time = Math.max(time, first.until);
      first.wake();
    });
    await promise;
  }
  const call = createCaller({ wait, now: () => time });
  /** Calls a place that fails as told, then answers; gives the moments of the attempts. */
  async function callAt(place: string, ...failures: readonly unknown[]): Promise<readonly number[]> {
    const left = [...failures];
    const moments: number[] = [];
    await call(place, async () => {
      moments.push(time);
      if (left.length > 0) throw left.shift();
    });
    return moments;
  }
  return { call, callAt, waits, now: () => time };
}

describe('createCaller', () => {
  it('gives what Slack answers, at once', async () => {
    const { call, waits } = createTimedCaller();
    expect(await call('chat.postMessage C1', async () => 'ts')).toBe('ts');
    expect(waits).toEqual([]);
  });

  it('waits as long as Slack asks, to the second', async () => {
    const { callAt } = createTimedCaller();
    expect(await callAt('post C1', limitedFor(30), limitedFor(1))).toEqual([0, 30 * SECOND, 31 * SECOND]);
  });

  it('holds every call of the same place, and no other', async () => {
    const { callAt } = createTimedCaller();
    const [first, second, other] = await Promise.all([
      callAt('post C1', limitedFor(30)),
      afterTurns(3, () => callAt('post C1')),
      afterTurns(3, () => callAt('post C2')),
    ]);
    expect(first).toEqual([0, 30 * SECOND]);
    expect(second).toEqual([30 * SECOND]);
    expect(other).toEqual([0]);
  });

  it('keeps the longest of the times asked for by calls made side by side', async () => {
    const { callAt } = createTimedCaller();
    const both = await Promise.all([callAt('post C1', limitedFor(30)), callAt('post C1', limitedFor(1))]);
    expect(both).toEqual([
      [0, 30 * SECOND],
      [0, 30 * SECOND],
    ]);
  });

  it('tries again later and later, half a minute apart at most', async () => {
    const { callAt, waits } = createTimedCaller();
    await callAt('post C1', ...Array.from({ length: 10 }, () => AWAY));
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('takes a limit of no time at all for an error that passes', async () => {
    const { callAt, waits } = createTimedCaller();
    await callAt('post C1', limitedFor(0), limitedFor(Number.NaN));
    expect(waits).toEqual([250, 500]);
  });

  it('gives up before ten minutes have gone by', async () => {
    const { callAt, now } = createTimedCaller();
    const calling = callAt('post C1', ...Array.from({ length: 100 }, () => AWAY));
    await expect(calling).rejects.toMatchObject({ code: 'ERR_SLACK_INJOIGNABLE', cause: AWAY });
    // 31,75 s of growing waits, then 18 of 30 s: 571,75 s; another would pass 600 s.
    expect(now()).toBe(571_750);
  });

  it('does not wait for a limit of more than ten minutes, and lets nobody else knock meanwhile', async () => {
    const { callAt, waits } = createTimedCaller();
    const given = { code: 'ERR_SLACK_INJOIGNABLE' };
    await expect(callAt('post C1', limitedFor(601))).rejects.toMatchObject(given);
    const attempts = callAt('post C1');
    await expect(attempts).rejects.toMatchObject(given);
    expect(waits).toEqual([]);
  });

  it('waits for a limit of ten minutes exactly', async () => {
    const { callAt } = createTimedCaller();
    expect(await callAt('post C1', limitedFor(600))).toEqual([0, 600 * SECOND]);
  });

  it.each(['not_in_channel', 'invalid_auth', 'invalid_blocks'])('takes « %s » for final', async (name) => {
    const { callAt, waits } = createTimedCaller();
    const refusal = new webApi.WebAPIPlatformError({ ok: false, error: name });
    await expect(callAt('post C1', refusal)).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_SLACK_/) });
    expect(waits).toEqual([]);
  });

  it('stops when waiting does', async () => {
    const stop = new Error('the bot stops');
    const call = createCaller({ wait: () => Promise.reject(stop), now: () => 0 });
    await expect(call('post C1', () => Promise.reject(AWAY))).rejects.toBe(stop);
  });
});

function limitedFor(seconds: number) {
  return new webApi.WebAPIRateLimitedError(seconds);
}

/** Begins a work once those already begun have run some of their steps. */
async function afterTurns<T>(turns: number, work: () => Promise<T>): Promise<T> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  return work();
}
