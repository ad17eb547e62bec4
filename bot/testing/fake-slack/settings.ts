import { randomBytes } from 'node:crypto';
import type { ChooseFault } from './faults.ts';
import { PEOPLE, type Person } from './people.ts';

/** A conversation of the workspace. */
export type Channel = {
  readonly id: string;
  readonly kind: 'channel' | 'im';
  /** Whether the bot is in it. */
  readonly member: boolean;
  readonly archived?: boolean;
  /** The person at the other end of an im. */
  readonly user?: string;
  /** People of a channel; everybody unless told. */
  readonly people?: readonly string[];
};

/** How often a channel takes a message of the bot: `perSecond`, after a first `burst`. */
export type RateLimit = { readonly burst: number; readonly perSecond: number };

/** What a test may change of the workspace. */
export type FakeSlackOptions = {
  /** Scopes granted to the bot. */
  readonly scopes?: readonly string[];
  /** Bot events the app is subscribed to. */
  readonly events?: readonly string[];
  /** Slash commands the app declares. */
  readonly commands?: readonly string[];
  /** Message shortcuts the app declares, by their callback. */
  readonly shortcuts?: readonly string[];
  readonly channels?: readonly Channel[];
  readonly people?: readonly Person[];
  /** Whether the app has a home. */
  readonly homeTab?: boolean;
  /** How people talk with the app: in its messages, or in the window of assistants that came before. */
  readonly experience?: 'agent' | 'assistant';
  readonly delivery?: 'socket' | 'http';
  /** Request URL of the bot, when events go over HTTP. */
  readonly eventsUrl?: string;
  /** How long an acknowledgement may take. */
  readonly ackTimeoutMs?: number;
  /** Waits before each redelivery of an event that was not acknowledged. */
  readonly retryDelaysMs?: readonly number[];
  /** How long an event waits for a socket when none is live. */
  readonly socketWaitMs?: number;
  /** Limit of chat.postMessage for each channel; none unless given. */
  readonly rateLimit?: RateLimit;
  readonly faults?: ChooseFault;
  /** Whether a repeated `client_msg_id` is recognised; Slack does not promise it. */
  readonly deduplicate?: boolean;
  /** How long a streamed message may be written, in milliseconds of the clock. */
  readonly streamLifeMs?: number;
  /** Whether the bot hears its own messages in ims, as it does at Slack when subscribed to `message.im`. */
  readonly echo?: boolean;
  /** Time between two WebSocket pings. */
  readonly pingMs?: number;
  /** Clock of timestamps, of statuses, of triggers, of streams and of response URLs, in milliseconds since 1970. */
  readonly now?: () => number;
};

/** Names and secrets of the app and of its workspace. */
export type Identity = {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly appId: string;
};

/** Options with nothing left open, and the identity of the app. */
export type Settings = Identity &
  Required<Omit<FakeSlackOptions, 'eventsUrl' | 'rateLimit' | 'faults'>> &
  Pick<FakeSlackOptions, 'eventsUrl' | 'rateLimit' | 'faults'>;

/** Slack retries an event at once, then after one minute, then after five. */
const RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

/** Slack ends a stream five minutes after its start, whatever is written in it. */
const STREAM_LIFE_MS = 300_000;

const CHANNELS: readonly Channel[] = [
  { id: 'C0GENERAL', kind: 'channel', member: true },
  { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
];

/** Completes the options; secrets are drawn anew, so that no token of a test is ever a constant. */
export function settle(options: FakeSlackOptions): Settings {
  return {
    scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'],
    events: ['app_mention', 'message.im'],
    commands: ['/cpts'],
    shortcuts: [],
    channels: CHANNELS,
    people: PEOPLE,
    homeTab: true,
    experience: 'agent',
    deduplicate: true,
    streamLifeMs: STREAM_LIFE_MS,
    delivery: 'socket',
    ackTimeoutMs: 3000,
    retryDelaysMs: RETRY_DELAYS_MS,
    socketWaitMs: 60_000,
    echo: true,
    pingMs: 10_000,
    now: Date.now,
    ...options,
    botToken: `xoxb-${randomBytes(12).toString('hex')}`,
    appToken: `xapp-1-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    teamId: 'T0CPTS',
    botUserId: 'U0CPTSBOT',
    botId: 'B0CPTSBOT',
    appId: 'A0CPTSBOT',
  };
}
