import { parseJson } from '../methods/read-arguments.ts';
import type { World } from '../world.ts';
import { type Attempt, type Carrier, findEventId, type Parcel, type Retry } from './parcel.ts';
import { type BotReply, type BotRequest, postToBot } from './post-to-bot.ts';
import { sign } from './sign.ts';

/** A request that a test writes by hand; what it leaves out is right. */
export type RawRequest = {
  readonly body: string;
  readonly contentType?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** HTTP, with requests written by hand besides. */
export type HttpCarrier = Carrier & {
  sendRaw(raw: RawRequest): Promise<BotReply>;
};

/** Sends to the request URL of the bot, signed as Slack signs. */
export function carryOverHttp(world: World): HttpCarrier {
  const { settings, lifetime, switches } = world;
  const bytes = new Map<string, BotRequest>();

  async function post(httpRequest: BotRequest): Promise<BotReply> {
    if (switches.eventsUrl === undefined) throw new Error('no request URL: tell it with useHttp');
    return postToBot(switches.eventsUrl, httpRequest, { signal: lifetime.signal, timeoutMs: settings.ackTimeoutMs });
  }

  async function transmit(httpRequest: BotRequest): Promise<Attempt> {
    const startedAt = performance.now();
    return toAttempt(await post(httpRequest), performance.now() - startedAt);
  }

  return {
    send(parcel, retry) {
      const httpRequest = signRequest(toRawRequest(parcel, retry), world);
      const eventId = findEventId(parcel);
      if (eventId !== undefined) bytes.set(eventId, httpRequest);
      return transmit(httpRequest);
    },
    replay(eventId) {
      const httpRequest = bytes.get(eventId);
      if (httpRequest === undefined) throw new Error(`no event ${eventId} went over HTTP`);
      return transmit(httpRequest);
    },
    sendRaw: (raw) => post(signRequest(raw, world)),
  };
}

/** Events are JSON, commands a form, buttons a form that holds JSON. */
function toRawRequest({ type, payload }: Parcel, { attempt, reason }: Retry): RawRequest {
  const contentType = 'application/x-www-form-urlencoded';
  switch (type) {
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
      return { contentType, body: new URLSearchParams(fields).toString() };
    }
    case 'interactive':
      return { contentType, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
    case 'events_api':
      return {
        contentType: 'application/json',
        body: JSON.stringify(payload),
        headers: attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason },
      };
  }
}

function signRequest(raw: RawRequest, { settings }: World): BotRequest {
  const { body, contentType = 'application/json', timestamp = Math.floor(settings.now() / 1000) } = raw;
  const headers = {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': raw.signature ?? sign(settings.signingSecret, timestamp, body),
    ...raw.headers,
  };
  return { body, headers };
}

function toAttempt(reply: BotReply, ackMs: number): Attempt {
  if (reply.kind === 'failed') return { acked: false, reason: reply.reason };
  const { status, body, noRetry } = reply;
  if (status < 200 || status > 299) return { acked: false, reason: 'http_error', noRetry };
  return { acked: true, ackMs, reason: '', response: body === '' ? {} : (parseJson(body) ?? { text: body }) };
}
