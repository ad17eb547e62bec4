import type { SocketModeReceiver } from '@slack/bolt';
import { toBackoffMs } from '#bot/to-backoff.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { toFailure } from '../outgoing/to-failure.ts';
import type { Waiting } from './find-identity.ts';

/** The part of the Socket Mode client that we drive. */
type SocketClient = Pick<SocketModeReceiver['client'], 'start' | 'disconnect'> & {
  readonly once: (event: 'disconnected', listener: () => void) => unknown;
  readonly off: (event: 'disconnected', listener: () => void) => unknown;
};

/** A connection that opens again by itself. */
export type Connection = {
  /** Settles at the first connection; rejects when Slack refuses the token. */
  readonly ready: Promise<void>;
  readonly isOpen: () => boolean;
  readonly stop: () => Promise<void>;
};

/**
 * Opens the socket, and opens it again each time it closes: Slack closes it every few hours.
 * The client's own loop is not used: it waits five seconds each time, and lets a failed opening end the process.
 * @param waiting.onWait told once for each time that Slack is away
 */
export function stayConnected(client: SocketClient, { wait, onWait }: Waiting): Connection {
  let isStopping = false;
  let isReady = false;
  let isOpen = false;
  let tries = 0;
  /** Failed openings since the last that did not. */
  let failures = 0;
  const first = Promise.withResolvers<void>();

  async function run(): Promise<void> {
    while (!isStopping) {
      const closed = Promise.withResolvers<void>();
      const onClosed = () => closed.resolve();
      client.once('disconnected', onClosed);
      let pause: number | undefined;
      try {
        await client.start();
        [tries, failures, isReady, isOpen] = [0, 0, true, true];
        first.resolve();
        // Stopped while it was opening.
        if (isStopping) void client.disconnect();
        await closed.promise;
        isOpen = false;
      } catch (error) {
        client.off('disconnected', onClosed);
        if (isStopping) break;
        const failure = toFailure(error ?? new Error('the socket closed before it was ready'));
        // Refused at the start, the token is to be mended; later, it may be mended while we wait.
        if (failure.kind === 'final' && error !== undefined && !isReady) throw failure.error;
        if (failure.kind === 'passing') pause = failure.retryAfterMs;
        if (failures === 0) onWait(failure.kind === 'final' ? failure.error : error);
        failures += 1;
      }
      if (isStopping) break;
      await wait(pause ?? toBackoffMs(tries));
      tries += 1;
    }
  }

  // The wait rejects when the bot stops before it ever was connected; an opening that hangs is stopped too.
  const running = run().then(() => first.reject(toStopped()), first.reject);
  // Whoever waits is told; nobody has to.
  first.promise.catch(() => undefined);
  return {
    ready: first.promise,
    isOpen: () => isOpen,
    async stop() {
      isStopping = true;
      await client.disconnect();
      await running;
    },
  };
}

function toStopped(): BotError {
  const message = "le bot s'arrête avant d'être connecté à Slack";
  return new BotError('ERR_SLACK_ARRET', message, 'Relancez-le quand Slack répond.');
}
