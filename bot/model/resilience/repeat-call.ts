import { setTimeout as pass } from 'node:timers/promises';
import { toBackoffMs } from '#bot/to-backoff.ts';
import type { ModelOptions } from '../chat-model.ts';
import { ModelError, type ModelFault } from '../model-error.ts';

/** Longest wait for one answer, in milliseconds. */
const CALL_MS = 12_000;

/** Time given to an exchange with its repetitions, in milliseconds: an answer is due within thirty seconds. */
const EXCHANGE_MS = 20_000;

const MOST_REPEATS = 2;

/** Faults that may be over a moment later. A time-out is not repeated: a person is waiting. */
const PASSING: ReadonlySet<ModelFault> = new Set(['INJOIGNABLE', 'ENCOMBRE']);

/** Time and chance, real or of a test. */
export type Surroundings = {
  /** Clock in milliseconds, that never goes back. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** Longest wait for one answer, in milliseconds. */
  readonly callMs?: number;
  /** Waits, in milliseconds; rejects when the signal is aborted. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** One way of reaching the endpoint, given the signal that ends it. */
export type Call<T> = (options: ModelOptions) => Promise<T>;

/**
 * Calls, bounded in time, and calls again what may pass; a wait that the endpoint asks for is honoured when it fits.
 * @throws {ModelError} and nothing else
 */
export async function repeatCall<T>(signal: AbortSignal, call: Call<T>, surroundings: Surroundings): Promise<T> {
  const { now, random, callMs = CALL_MS, sleep = wait } = surroundings;
  const end = now() + EXCHANGE_MS;
  for (let repeats = 0; ; repeats++) {
    try {
      return await bound(signal, call, Math.min(callMs, end - now()));
    } catch (error) {
      const named = toModelError(error);
      const waitMs = named.retryAfterMs ?? toBackoffMs(repeats) * (1 + random());
      const isWorthWaiting = PASSING.has(named.fault) && repeats < MOST_REPEATS && now() + waitMs < end;
      if (!isWorthWaiting || signal.aborted) throw named;
      // Aborted meanwhile, the fault that was being waited out is the one to tell.
      await sleep(waitMs, signal).catch(() => Promise.reject(named));
    }
  }
}

/** Gives up at the end of the time, whether or not the call listens to its signal. */
async function bound<T>(signal: AbortSignal, call: Call<T>, ms: number): Promise<T> {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  if (both.aborted) throw new ModelError('DELAI');
  const timer = setTimeout(() => own.abort(), ms);
  const late = new Promise<never>((_, reject) => {
    both.addEventListener('abort', () => reject(new ModelError('DELAI')), { once: true });
  });
  try {
    return await Promise.race([call({ signal: both }), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever a call rejects with; an exception without a name is not kept, since it may hold the exchange. */
function toModelError(error: unknown): ModelError {
  return error instanceof ModelError ? error : new ModelError('REPONSE', { detail: 'défaut de lecture' });
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await pass(ms, undefined, { signal });
}
