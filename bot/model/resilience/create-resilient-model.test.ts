import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChatModel, DraftReply, ModelOptions } from '../chat-model.ts';
import { ModelError, type ModelFault } from '../model-error.ts';
import { createResilientModel } from './create-resilient-model.ts';

const Draft = z.strictObject({ mots: z.string() });
const REPLY: DraftReply = { draft: { mots: 'a' }, usage: { input: 1, output: 1 } };

/** A model that plays these faults, then answers; time passes in the waits alone. */
function createFaulty(faults: readonly ModelError[], call?: (options: ModelOptions) => Promise<DraftReply>) {
  const clock = { ms: 0 };
  const waits: number[] = [];
  let calls = 0;
  const model: ChatModel = {
    name: 'm',
    chooseTools: () => Promise.reject(new Error('unexpected')),
    writeDraft(_messages, _schema, options) {
      const fault = faults[calls++];
      if (fault) return Promise.reject(fault);
      return call ? call(options) : Promise.resolve(REPLY);
    },
  };
  const resilient = createResilientModel(model, {
    now: () => clock.ms,
    random: () => 0.5,
    callMs: 50,
    sleep(ms) {
      waits.push(ms);
      clock.ms += ms;
      return Promise.resolve();
    },
  });
  const write = (signal: AbortSignal = new AbortController().signal) => resilient.writeDraft([], Draft, { signal });
  return { write, waits, clock, count: () => calls };
}

function repeat(fault: ModelFault, times: number, retryAfterMs?: number): readonly ModelError[] {
  return Array.from({ length: times }, () => new ModelError(fault, { retryAfterMs }));
}

describe('createResilientModel', () => {
  it.each<[ModelFault, number]>([
    ['INJOIGNABLE', 3],
    ['ENCOMBRE', 3],
    ['DELAI', 1],
    ['CLE', 1],
    ['INCONNU', 1],
    ['CERTIFICAT', 1],
    ['REPONSE', 1],
    ['TROP_GROS', 1],
    ['REFUS', 1],
  ])('tries at %s %i times in all', async (fault, tries) => {
    const { write, count } = createFaulty(repeat(fault, 9));
    await expect(write()).rejects.toMatchObject({ code: `ERR_MODELE_${fault}` });
    expect(count()).toBe(tries);
  });

  it('waits longer each time, with some chance in it', async () => {
    const { write, waits } = createFaulty(repeat('INJOIGNABLE', 2));
    expect(await write()).toEqual(REPLY);
    // 250 ms and 500 ms, half as much again by chance.
    expect(waits).toEqual([375, 750]);
  });

  it('waits as long as the endpoint asks, when it fits in the time of an exchange', async () => {
    const patient = createFaulty(repeat('ENCOMBRE', 2, 9_000));
    expect(await patient.write()).toEqual(REPLY);
    expect(patient.waits).toEqual([9_000, 9_000]);
    const late = createFaulty(repeat('ENCOMBRE', 3, 13_000));
    await expect(late.write()).rejects.toMatchObject({ code: 'ERR_MODELE_ENCOMBRE' });
    expect(late.waits).toEqual([13_000]);
  });

  it('gives up on a model that does not listen', async () => {
    const { write } = createFaulty([], () => new Promise(() => {}));
    await expect(write()).rejects.toMatchObject({ code: 'ERR_MODELE_DELAI' });
  });

  it('stops with the exchange', async () => {
    const stopped = new AbortController();
    const { write, count } = createFaulty([], () => {
      stopped.abort();
      return new Promise(() => {});
    });
    await expect(write(stopped.signal)).rejects.toMatchObject({ code: 'ERR_MODELE_DELAI' });
    await expect(write(AbortSignal.abort())).rejects.toMatchObject({ code: 'ERR_MODELE_DELAI' });
    expect(count()).toBe(1);
  });

  it('pauses after five exchanges that failed, and tries again a minute later', async () => {
    const { write, clock, count } = createFaulty(repeat('CLE', 5));
    for (let exchange = 1; exchange <= 5; exchange++) await write().catch(() => {});
    await expect(write()).rejects.toMatchObject({ code: 'ERR_MODELE_PAUSE' });
    expect(count()).toBe(5);
    clock.ms += 60_000;
    expect(await write()).toEqual(REPLY);
    expect(await write()).toEqual(REPLY);
  });

  it('does not pause for refusals, which show that the endpoint is alive', async () => {
    const { write } = createFaulty(repeat('REFUS', 9));
    for (let exchange = 1; exchange <= 9; exchange++) await write().catch(() => {});
    expect(await write()).toEqual(REPLY);
  });

  it('does not count what a person stopped, but does count what ran out of time', async () => {
    const stopped = createFaulty(repeat('DELAI', 9));
    for (let exchange = 1; exchange <= 6; exchange++) await stopped.write(AbortSignal.abort()).catch(() => {});
    await expect(stopped.write()).rejects.toMatchObject({ code: 'ERR_MODELE_DELAI' });
    const late = createFaulty(repeat('DELAI', 9));
    const timeout = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    for (let exchange = 1; exchange <= 5; exchange++) await late.write(timeout).catch(() => {});
    await expect(late.write()).rejects.toMatchObject({ code: 'ERR_MODELE_PAUSE' });
  });

  it('names what has no name, and keeps nothing of it', async () => {
    const { write } = createFaulty([], () => Promise.reject(new Error('Odile, sk-0123')));
    const error = await write().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'ERR_MODELE_REPONSE', cause: undefined });
    expect(String(error)).not.toContain('Odile');
  });
});
