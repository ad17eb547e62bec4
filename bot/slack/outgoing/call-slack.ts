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
const FIRST_WAIT_MS = 250;
const WIDEST_WAIT_MS = 30_000;

/**
 * Builds the caller that stands between the bot and the Web API.
 * A rate limit is honoured to the second, for every call of the same place; an error of the server or of the network
 * is tried again, later and later; a refusal is final.
 */
export function createCaller({ wait, now }: CallEdges): SlackCaller {
  const closedUntil = new Map<string, number>();

  async function waitForTurn(place: string): Promise<void> {
    for (let left = remains(place); left > 0; left = remains(place)) await wait(left);
    closedUntil.delete(place);
  }
  function remains(place: string): number {
    return (closedUntil.get(place) ?? 0) - now();
  }

  return async function call(place, attempt) {
    const started = now();
    for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 2, WIDEST_WAIT_MS)) {
      await waitForTurn(place);
      try {
        return await attempt();
      } catch (error) {
        const failure = toFailure(error);
        if (failure.kind === 'final') throw failure.error;
        const ms = failure.retryAfterMs ?? pause;
        if (now() - started + ms > LONGEST_WAIT_MS) throw toGivenUp(error);
        if (failure.retryAfterMs === undefined) await wait(ms);
        else closedUntil.set(place, now() + ms);
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
