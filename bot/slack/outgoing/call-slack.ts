import { toBackoffMs } from '#bot/to-backoff.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { toFailure } from './to-failure.ts';

/** What repeating a call needs of the outside. */
export type CallEdges = {
  /** Waits some milliseconds; rejects when the bot stops. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds of the clock. */
  readonly now: () => number;
};

/** Calls Slack until it answers: `place` names what a rate limit holds for, a method and a conversation. */
export type SlackCaller = <T>(place: string, attempt: () => Promise<T>) => Promise<T>;

/** Slack may well be away for some minutes; beyond, the answer would come out of nowhere. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Builds the caller that stands between the bot and the Web API.
 * A rate limit is honoured to the second, for every call of the same place; an error of the server or of the network
 * is tried again, later and later; a refusal is final.
 */
export function createCaller({ wait, now }: CallEdges): SlackCaller {
  const closedUntil = new Map<string, number>();

  async function waitForTurn(place: string, started: number): Promise<void> {
    for (let left = remains(place); left > 0; left = remains(place)) {
      checkPatience(started, left, undefined);
      await wait(left);
    }
    closedUntil.delete(place);
  }
  function remains(place: string): number {
    return (closedUntil.get(place) ?? 0) - now();
  }
  function checkPatience(started: number, ms: number, cause: unknown): void {
    if (now() - started + ms > LONGEST_WAIT_MS) throw toGivenUp(cause);
  }

  return async function call(place, attempt) {
    const started = now();
    for (let tries = 0; ; tries += 1) {
      await waitForTurn(place, started);
      try {
        return await attempt();
      } catch (error) {
        const failure = toFailure(error);
        if (failure.kind === 'final') throw failure.error;
        // A limit of no time at all is no limit that could be waited for.
        const { retryAfterMs } = failure;
        const pause = toBackoffMs(tries);
        if (retryAfterMs) closedUntil.set(place, Math.max(closedUntil.get(place) ?? 0, now() + retryAfterMs));
        checkPatience(started, retryAfterMs || pause, error);
        if (!retryAfterMs) await wait(pause);
      }
    }
  };
}

function toGivenUp(error: unknown): BotError {
  return new BotError(
    'ERR_SLACK_INJOIGNABLE',
    'Slack ne répond pas depuis trop longtemps : un envoi est abandonné',
    "Vérifiez le réseau et l'état de Slack ; la personne peut reposer sa question.",
    error,
  );
}
