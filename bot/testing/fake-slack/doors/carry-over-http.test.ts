import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { startStrict } from '../call-api-testing.ts';
import type { FakeSlack } from '../fake-slack.ts';
import type { FakeSlackOptions } from '../settings.ts';
import { sign } from './sign.ts';

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** What the bot answers; `never` lets Slack wait. */
type Said = { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> } | 'never';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A bot that takes note of the requests it gets and answers each with the next of `said`, then 200. */
async function serve(said: Said[] = [], options: FakeSlackOptions = {}): Promise<{ slack: FakeSlack; got: Got[] }> {
  const slack = await startStrict(options);
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    got.push({ headers: request.headers, body: await readAll(request) });
    const answer = said.shift() ?? { status: 200 };
    if (answer !== 'never') response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return { slack, got };
}

describe('events over HTTP', () => {
  it('are JSON signed with the secret of the app', async () => {
    const { slack, got } = await serve();
    expect(await slack.directMessage({ text: 'Ça va ?' })).toMatchObject({ acked: true, attempts: 1 });
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const timestamp = Number(headers['x-slack-request-timestamp']);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-slack-signature']).toBe(sign(slack.signingSecret, timestamp, body));
    expect(JSON.parse(body)).toMatchObject({ event: { type: 'message', channel_type: 'im', text: 'Ça va ?' } });
  });

  it('come again with the reason why', async () => {
    const { slack, got } = await serve(['never', { status: 500 }, { status: 404 }], { ackTimeoutMs: 150 });
    expect(await slack.mention({ text: 'Bonjour' })).toMatchObject({ acked: true, attempts: 4 });
    expect(got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  });

  it('stop coming when the bot says so, and when nobody listens', async () => {
    const { slack } = await serve([{ status: 500, headers: { 'x-slack-no-retry': '1' } }]);
    expect(await slack.mention({ text: 'Bonjour' })).toMatchObject({ acked: false, attempts: 1, reason: 'http_error' });
    for (const server of servers.splice(0)) server.close();
    expect(await slack.mention({ text: 'Bonjour' })).toMatchObject({ attempts: 4, reason: 'connection_failed' });
  });

  it('can be replayed to the byte, or written by hand', async () => {
    const { slack, got } = await serve();
    await slack.mention({ text: 'Bonjour' });
    await slack.replay();
    expect(got[1]).toEqual(got[0]);
    await slack.sendRaw({ body: '{"a":1}', timestamp: 1_700_000_000, signature: 'v0=no', headers: { 'x-a': 'b' } });
    expect(got[2]).toMatchObject({
      body: '{"a":1}',
      headers: { 'x-slack-request-timestamp': '1700000000', 'x-slack-signature': 'v0=no', 'x-a': 'b' },
    });
  });

  it('may come from a team that is unknown here', async () => {
    const { slack, got } = await serve();
    const teamId = 'T0OTHER';
    const event = { type: 'app_mention', channel: 'C0OTHER', user: 'U0EVE', text: 'a', ts: '1700000000.000001' };
    await slack.sendEvent(event, { team_id: teamId, authorizations: [{ team_id: teamId }], event_id: 'Ev1' });
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      team_id: teamId,
      authorizations: [{ team_id: teamId }],
      event_id: 'Ev1',
    });
  });

  it('tell that a message was edited', async () => {
    const { slack, got } = await serve();
    const { ts } = await slack.directMessage({ text: 'avant' });
    await slack.editDirectMessage({ ts, text: 'après' });
    expect(JSON.parse(got[1]?.body ?? '')).toMatchObject({
      event: { subtype: 'message_changed', message: { ts, text: 'après' }, previous_message: { ts, text: 'avant' } },
    });
    await expect(slack.editDirectMessage({ ts: '1700000000.000001', text: 'a' })).rejects.toThrow('nobody wrote');
  });
});

describe('commands and buttons over HTTP', () => {
  it('are forms, and may be acknowledged with words', async () => {
    const { slack, got } = await serve([{ status: 200, body: 'Je cherche…' }]);
    const run = await slack.command({ text: 'plafond 2' });
    expect(run.responses()).toMatchObject([{ kind: 'ephemeral', text: 'Je cherche…' }]);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      command: '/cpts',
      text: 'plafond 2',
      response_url: run.responseUrl,
      trigger_id: run.triggerId,
      team_id: slack.teamId,
      channel_id: 'C0GENERAL',
      user_id: 'U0ALICE',
    });
  });

  it('tell where an ephemeral message stood, not what it said', async () => {
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'a', value: 'v', text: { type: 'plain_text', text: 'Oui' } }],
      },
    ];
    const { slack, got } = await serve([{ status: 200, body: JSON.stringify({ text: 'Voici', blocks }) }]);
    const [message] = (await slack.command({ text: '' })).responses();
    if (message === undefined) throw new Error('nothing was shown');
    const click = await slack.clickButton({ message, actionId: 'a' });
    expect(click).toMatchObject({ acked: true, attempts: 1 });
    const payload = JSON.parse(new URLSearchParams(got[1]?.body).get('payload') ?? '');
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0GENERAL', is_ephemeral: true },
      actions: [{ type: 'button', action_id: 'a', value: 'v', block_id: 'b0' }],
      response_url: click.responseUrl,
    });
    expect(payload).not.toHaveProperty('message');
  });
});
