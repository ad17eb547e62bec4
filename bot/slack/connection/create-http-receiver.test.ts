import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHttpReceiver, EVENTS_PATH } from './create-http-receiver.ts';
import { createLogger } from './create-logger.ts';

const SECRET = 'the signing secret';
/** Any moment; the clock stands still, for Bolt too, which checks by itself. */
const NOW_S = 1_764_000_000;
const EVENT = JSON.stringify({ type: 'event_callback', team_id: 'T1', event: { type: 'app_mention' } });
const FORM = 'application/x-www-form-urlencoded';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW_S * 1000 }));
afterEach(() => void vi.useRealTimers());

/** The receiver behind a real socket, with an application that acknowledges every event. */
async function listen() {
  const refusals: unknown[] = [];
  const incidents: unknown[] = [];
  const heard: unknown[] = [];
  const receiver = createHttpReceiver(
    { signingSecret: SECRET, logger: createLogger((error) => void incidents.push(error)) },
    { now: () => NOW_S * 1000, onRefused: (reason) => void refusals.push(reason) },
  );
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }) });
  app.use(async ({ body }) => void heard.push(body));
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => {
    server.closeAllConnections();
    return receiver.stop();
  });
  const { port } = server.address() as AddressInfo;
  async function post(body: string, headers: Readonly<Record<string, string>>, path = EVENTS_PATH, method = 'POST') {
    const sent = method === 'GET' ? {} : { body };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...sent });
    return { status: response.status, text: await response.text() };
  }
  return { post, refusals, incidents, heard };
}

function sign(body: string, stamp: number | string = NOW_S, secret = SECRET): Readonly<Record<string, string>> {
  const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': String(stamp),
    'x-slack-signature': `v0=${hash}`,
  };
}

describe('createHttpReceiver', () => {
  it('takes what Slack has signed', async () => {
    const { post, heard, refusals } = await listen();
    expect(await post(EVENT, sign(EVENT))).toMatchObject({ status: 200 });
    expect(heard).toEqual([JSON.parse(EVENT)]);
    expect(refusals).toEqual([]);
  });

  it.each([-300, -299, 0, 299, 300])('takes a request signed %i seconds away from now', async (away) => {
    const { post, heard } = await listen();
    expect(await post(EVENT, sign(EVENT, NOW_S + away))).toMatchObject({ status: 200 });
    expect(heard).toHaveLength(1);
  });

  it.each([-301, 301, 86_400, -86_400])('refuses a request signed %i seconds away from now', async (away) => {
    const { post, heard, refusals } = await listen();
    expect(await post(EVENT, sign(EVENT, NOW_S + away))).toMatchObject({ status: 401 });
    expect(heard).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'ERR_SLACK_HORLOGE' }]);
  });

  const { 'x-slack-signature': _, ...unsigned } = sign(EVENT);
  const { 'x-slack-request-timestamp': __, ...undated } = sign(EVENT);
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a bad signature', sign(EVENT, NOW_S, 'another secret')],
    ['the signature of another body', sign(`${EVENT} `)],
    ['no signature', unsigned],
    ['no moment', undated],
    ['a moment that is no number', sign(EVENT, 'yesterday')],
    ['nothing at all', {}],
    ['a signature of another version', { ...sign(EVENT), 'x-slack-signature': 'v1=00' }],
    ['an empty signature', { ...sign(EVENT), 'x-slack-signature': 'v0=' }],
    ['two signatures', { ...sign(EVENT), 'x-slack-signature': 'v0=00, v0=01' }],
  ])('refuses a request with %s', async (_name, headers) => {
    const { post, heard, refusals, incidents } = await listen();
    expect(await post(EVENT, headers)).toMatchObject({ status: 401 });
    expect([heard, refusals.length, incidents]).toEqual([[], 1, []]);
  });

  it('refuses a body that is too large, though it is signed', async () => {
    const { post, heard, refusals } = await listen();
    const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    // The answer may come before all is sent, and the sender then sees the connection cut.
    const status = await post(large, sign(large)).then(
      (response) => response.status,
      () => 401,
    );
    expect(status).toBe(401);
    expect([heard, refusals.length]).toEqual([[], 1]);
  });

  it.each([
    ['POST', '/'],
    ['POST', '/slack'],
    ['POST', '/slack/events-autres'],
    ['POST', '/slack/events/x'],
    ['POST', '/autre?/slack/events'],
    ['GET', EVENTS_PATH],
    ['PUT', EVENTS_PATH],
  ])('knows no other address: %s %s', async (method, path) => {
    const { post, refusals } = await listen();
    expect(await post(EVENT, sign(EVENT), path, method)).toMatchObject({ status: 404 });
    // Nor does it fall over on one that asks for no signature.
    expect(await post('ssl_check=1', { 'content-type': FORM }, path, method)).toMatchObject({ status: 404 });
    expect(refusals).toEqual([]);
  });

  it('knows its address with a query too', async () => {
    const { post } = await listen();
    expect(await post(EVENT, sign(EVENT), `${EVENTS_PATH}?x=1`)).toMatchObject({ status: 200 });
  });

  it.each([
    ['alone', 'ssl_check=1&token=x', FORM],
    ['with a charset', 'ssl_check=1', `${FORM}; charset=utf-8`],
    ['twice', 'ssl_check=1&ssl_check=1', FORM],
    ['as JSON', 'x&ssl_check=1', 'application/json'],
    ['with a command hidden behind it', `ssl_check=1&payload=${encodeURIComponent(EVENT)}`, FORM],
    ['with a command in clear', 'ssl_check=1&command=/cpts&text=x&team_id=T1', FORM],
  ])('answers the check of the certificate, unsigned, and hears nothing of it: %s', async (_name, body, type) => {
    const { post, heard, incidents, refusals } = await listen();
    expect(await post(body, { 'content-type': type })).toMatchObject({ status: 200 });
    expect([heard, incidents, refusals]).toEqual([[], [], []]);
  });

  it('hears words that look like that check, when they are signed', async () => {
    const { post, heard } = await listen();
    const body = JSON.stringify({ ...JSON.parse(EVENT), text: 'a&ssl_check=1&b' });
    expect(await post(body, sign(body))).toMatchObject({ status: 200 });
    expect(heard).toHaveLength(1);
  });

  it('answers the challenge of Slack, when it is signed', async () => {
    const { post } = await listen();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const { status, text } = await post(body, sign(body));
    expect([status, JSON.parse(text)]).toEqual([200, { challenge: 'abc' }]);
    expect(await post(body, { 'content-type': 'application/json' })).toMatchObject({ status: 401 });
  });
});
