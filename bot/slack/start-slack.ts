import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, webApi } from '@slack/bolt';
import { BotError } from '#corpus/law/bot-error.ts';
import { createQuietOperation } from '../operation/operation.ts';
import { toIncident } from '../tell-error.ts';
import { createHttpDoor } from './connection/create-http-door.ts';
import { createInHand } from './connection/create-in-hand.ts';
import { createLogger } from './connection/create-logger.ts';
import { createSocketDoor } from './connection/create-socket-door.ts';
import { createThrottle, createThrottles } from './connection/create-throttle.ts';
import type { Door } from './connection/door.ts';
import { findIdentity, type Identity, type Waiting } from './connection/find-identity.ts';
import { createApp } from './create-app.ts';
import { createSlackContext } from './create-slack-context.ts';
import { openFacteur } from './digest/open-facteur.ts';
import { deferAck } from './listeners/defer-ack.ts';
import { registerListeners } from './listeners/register-listeners.ts';
import type { SlackParts, SlackSettings } from './slack-parts.ts';
import { createWorks } from './works/create-works.ts';
import { WORK_KINDS } from './works/work-kinds.ts';

/** A bot that is connected. */
export type RunningBot = {
  readonly identity: Identity;
  /** Port that Slack's requests come in by; undefined over the socket. */
  readonly port: number | undefined;
  /** Takes nothing more, finishes what is in hand within some seconds, and leaves the rest to the next start. */
  readonly stop: () => Promise<void>;
};

/** Time given to the answers in hand when the bot stops, in milliseconds: it stops within ten seconds. */
const LAST_WORKS_MS = 6500;
/** Time given to closing the door, then to what gives up, in milliseconds. */
const CLOSING_MS = 1000;
/** How often what was left for want of Slack is tried again, in milliseconds. */
const LEFT_MS = 60_000;
/** Longest wait for Slack's reply to one call, in milliseconds. */
const REPLY_MS = 10_000;

/**
 * Connects to Slack and answers until it is stopped; waits for Slack as long as it is away.
 * @throws {BotError} ERR_SLACK_JETON when Slack refuses a token
 */
export async function startSlack(settings: SlackSettings, parts: SlackParts): Promise<RunningBot> {
  const { journal, leaving, operation = createQuietOperation() } = parts;
  // The door is left first; what is in hand has some seconds more.
  const [closing, dropping] = [new AbortController(), new AbortController()];
  const waiting = createWaiting(parts, AbortSignal.any([closing.signal, ...(leaving ? [leaving] : [])]));
  const logger = createLogger(createThrottle('ERR_SLACK_BOLT', journal, Date.now));
  // Repeating is ours to do: the client would hold back every call for one that is refused.
  const retries = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const clientOptions = { slackApiUrl: settings.apiUrl, timeout: REPLY_MS, logger, ...retries };
  const identity = await findIdentity(new webApi.WebClient(settings.botToken, { ...clientOptions }), waiting);
  const door = createDoor(settings, clientOptions, waiting, parts);
  const app = createApp({ ...settings, receiver: door.receiver, clientOptions, logger }, identity, parts);
  const inHand = createInHand();
  app.use(({ next }) => inHand.track(next()));
  const wait = createWait(dropping.signal);
  const { meters, readiness } = operation;
  meters.watchWorks(inHand.count);
  readiness.hold('slack', door.isOpen);
  const tools = { settings, clientOptions, wait, countWorks: inHand.count, operation };
  const context = createSlackContext(parts, identity, tools);
  const noteLeft = createThrottles(journal, Date.now);
  const works = createWorks({ kinds: WORK_KINDS, context, track: inHand.track, noteLeft });
  deferAck(app);
  registerListeners(app, context, works);
  // What a former process has left comes before what is new in the same thread.
  await works.takeUp();
  const retrying = setInterval(() => void works.takeUpLeft(), LEFT_MS);
  const facteur = openFacteur(context);
  await door.open();
  return {
    identity,
    port: door.findPort(),
    async stop() {
      clearInterval(retrying);
      closing.abort();
      const [farewellMs, closingMs] = [
        parts.farewellMs ?? LAST_WORKS_MS,
        Math.min(parts.farewellMs ?? CLOSING_MS, CLOSING_MS),
      ];
      await within(closingMs, door.close());
      const digests = facteur.stop();
      await within(farewellMs, Promise.all([inHand.whenDone(), digests]));
      // What still waits, for Slack or for a model, gives up: it stays in the store, for the next start.
      works.stop();
      dropping.abort();
      await within(closingMs, Promise.all([inHand.whenDone(), digests]));
      await door.end();
    },
  };
}

/** Waits for something that may never come, some milliseconds at most. */
async function within(ms: number, ending: Promise<unknown>): Promise<void> {
  await Promise.race([ending, sleep(ms, undefined, { ref: false })]);
}

function createDoor(
  settings: SlackSettings,
  clientOptions: webApi.WebClientOptions & { readonly logger: Logger },
  waiting: Waiting,
  { journal, operation }: SlackParts,
): Door {
  const { logger } = clientOptions;
  if (settings.mode === 'socket') {
    return createSocketDoor({ appToken: settings.appToken, clientOptions, logger }, waiting);
  }
  const onRefused = createThrottle('ERR_SLACK_SIGNATURE', journal, Date.now);
  return createHttpDoor({ ...settings, logger }, { now: Date.now, onRefused, answerHealth: operation?.answerHealth });
}

function createWaiting({ journal, onWait }: SlackParts, signal: AbortSignal): Waiting {
  return {
    wait: createWait(signal),
    onWait(error) {
      journal(toIncident(error));
      onWait();
    },
  };
}

/** Waiting that ends when the bot stops. */
function createWait(signal: AbortSignal): (ms: number) => Promise<void> {
  return async function wait(ms) {
    try {
      await sleep(ms, undefined, { signal });
    } catch (cause) {
      const message = "le bot s'arrête avant que Slack ait répondu";
      throw new BotError('ERR_SLACK_ARRET', message, 'La personne peut reposer sa question.', cause);
    }
  };
}
