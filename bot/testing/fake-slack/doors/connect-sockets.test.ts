import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { callApi, startStrict } from '../call-api-testing.ts';
import type { FakeSlack } from '../fake-slack.ts';

const Envelope = z.looseObject({ type: z.string(), envelope_id: z.string().optional() });

type Envelope = z.infer<typeof Envelope>;

/** A bot that takes note of what it gets, and answers what it is told to. */
async function connect(slack: FakeSlack, answer: (envelope: Envelope) => unknown = () => undefined) {
  const socket = new WebSocket(await openUrl(slack));
  const received: Envelope[] = [];
  socket.on('message', (data) => {
    const envelope = Envelope.parse(JSON.parse(String(data)));
    received.push(envelope);
    const said = answer(envelope);
    if (said !== undefined) socket.send(typeof said === 'string' ? said : JSON.stringify(said));
  });
  await once(socket, 'message');
  return { socket, received };
}

async function openUrl(slack: FakeSlack): Promise<string> {
  const { url } = await callApi(slack, 'apps.connections.open', {}, slack.appToken);
  return z.string().parse(url);
}

/** Acknowledges everything but the greeting. */
function acknowledge({ envelope_id }: Envelope): unknown {
  return envelope_id === undefined ? undefined : { envelope_id, payload: {} };
}

describe('Socket Mode', () => {
  it('greets, sends envelopes, and takes their acknowledgements', async () => {
    const slack = await startStrict();
    const { received } = await connect(slack, acknowledge);
    const delivery = await slack.mention({ text: 'Bonjour', ts: '1700000000.000001' });
    expect(delivery).toMatchObject({ acked: true, attempts: 1, ackMs: expect.any(Number) });
    const { teamId, botUserId, appId } = slack;
    expect(received).toMatchObject([
      { type: 'hello', num_connections: 1, connection_info: { app_id: appId } },
      {
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: 0,
        retry_reason: '',
        payload: {
          type: 'event_callback',
          team_id: teamId,
          api_app_id: appId,
          event_id: delivery.eventId,
          authorizations: [{ team_id: teamId, user_id: botUserId, is_bot: true }],
          event: {
            type: 'app_mention',
            text: `<@${botUserId}> Bonjour`,
            ts: '1700000000.000001',
            channel: 'C0GENERAL',
          },
        },
      },
    ]);
  });

  it('sends an event again, in another envelope, until it is acknowledged', async () => {
    const slack = await startStrict({ ackTimeoutMs: 100 });
    const { received } = await connect(slack, (envelope) =>
      envelope.retry_attempt === 2 ? acknowledge(envelope) : undefined,
    );
    expect(await slack.directMessage({ text: 'Bonjour' })).toMatchObject({ acked: true, attempts: 3 });
    const events = received.filter(({ type }) => type === 'events_api');
    expect(events.map((event) => [event.retry_attempt, event.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ]);
    expect(new Set(events.map(({ envelope_id }) => envelope_id)).size).toBe(3);
    expect(new Set(events.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
  });

  it('gives up after three redeliveries, and never sends a command again', async () => {
    const slack = await startStrict({ ackTimeoutMs: 5 });
    await connect(slack);
    expect(await slack.directMessage({ text: 'Bonjour' })).toMatchObject({
      acked: false,
      attempts: 4,
      reason: 'timeout',
      ackMs: undefined,
    });
    expect(await slack.command({ text: '' })).toMatchObject({ acked: false, attempts: 1 });
  });

  it('waits for a socket when there is none, and uses another when one is cut', async () => {
    const slack = await startStrict({ ackTimeoutMs: 150 });
    const sent = slack.mention({ text: 'Bonjour' });
    const first = await connect(slack, ({ type }) => {
      if (type === 'events_api') slack.dropSockets();
    });
    await slack.waitFor(() => slack.socketCount === 0);
    const second = await connect(slack, acknowledge);
    expect(await sent).toMatchObject({ acked: true, attempts: 2 });
    expect([first, second].map(({ received }) => received.length)).toEqual([2, 2]);
  });

  it('shares the events between the sockets', async () => {
    const slack = await startStrict();
    const bots = [await connect(slack, acknowledge), await connect(slack, acknowledge)];
    expect(slack.socketCount).toBe(2);
    await slack.mention({ text: 'un' });
    await slack.mention({ text: 'deux' });
    expect(bots.map(({ received }) => received.length)).toEqual([2, 2]);
  });

  it('brings many events at once through one socket', async () => {
    const slack = await startStrict();
    await connect(slack, acknowledge);
    const sent = await Promise.all(Array.from({ length: 20 }, (_, index) => slack.mention({ text: String(index) })));
    expect(sent.every(({ acked, attempts }) => acked && attempts === 1)).toBe(true);
    expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(20);
  });

  it('sends the same event, or the same bytes, once more', async () => {
    const slack = await startStrict();
    const { received } = await connect(slack, acknowledge);
    const { eventId } = await slack.mention({ text: 'Bonjour' });
    expect(await slack.replay()).toMatchObject({ acked: true, eventId });
    expect(await slack.redeliver(eventId)).toMatchObject({ acked: true, eventId });
    const [, first, replayed, again] = received;
    expect(replayed).toEqual(first);
    expect(again).toMatchObject({ payload: first?.payload, retry_attempt: 1, retry_reason: 'timeout' });
    expect(again?.envelope_id).not.toBe(first?.envelope_id);
  });

  it('asks the bot to leave, and sends it nothing more', async () => {
    const slack = await startStrict();
    const { received, socket } = await connect(slack, acknowledge);
    slack.disconnectSockets('refresh_requested');
    expect(slack.socketCount).toBe(0);
    await once(socket, 'message');
    expect(received.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  });

  it('pings', async () => {
    const slack = await startStrict({ pingMs: 5 });
    const { socket } = await connect(slack);
    await once(socket, 'ping');
    expect(slack.socketCount).toBe(1);
  });

  it.each([
    ['an unknown envelope', () => ({ envelope_id: 'x' }), 'the envelope x, acknowledged, was never sent'],
    ['words', () => 'merci', '« merci » is no acknowledgement'],
    ['too much', (e: Envelope) => ({ ...Object(acknowledge(e)), ok: true }), 'is no acknowledgement'],
    [
      'a message for an event',
      ({ envelope_id }: Envelope) => ({ envelope_id, payload: { text: 'a' } }),
      'takes no message',
    ],
  ])('writes down %s', async (_, answer, violation) => {
    const slack = await startStrict({ ackTimeoutMs: 20, retryDelaysMs: [] });
    await connect(slack, (envelope) => (envelope.type === 'hello' ? undefined : answer(envelope)));
    const sent = slack.directMessage({ text: 'Bonjour' });
    await slack.waitFor(() => slack.violations.length > 0);
    await sent;
    expect(slack.takeViolations()).toEqual([expect.stringContaining(violation)]);
  });

  it('writes down an acknowledgement given twice, but not a late one', async () => {
    const slack = await startStrict({ ackTimeoutMs: 10, retryDelaysMs: [] });
    const { socket, received } = await connect(slack);
    await slack.directMessage({ text: 'Bonjour' });
    const late = JSON.stringify(acknowledge(received[1] ?? { type: '' }));
    socket.send(late);
    socket.send(late);
    await slack.waitFor(() => slack.violations.length > 0);
    expect(slack.takeViolations()).toEqual([expect.stringContaining('is acknowledged twice')]);
  });

  it('takes the message that acknowledges a command, and none for a button', async () => {
    const slack = await startStrict();
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Oui' } }] },
    ];
    const payload = { text: 'Voici', blocks };
    await connect(slack, ({ envelope_id }) => (envelope_id === undefined ? undefined : { envelope_id, payload }));
    const [message] = (await slack.command({ text: '' })).responses();
    expect(message).toMatchObject({ kind: 'ephemeral', text: 'Voici' });
    if (message === undefined) return;
    await slack.clickButton({ message, actionId: 'a' });
    expect(slack.takeViolations()).toEqual(['acknowledgement of an action: it takes no message']);
  });

  it('serves a ticket once', async () => {
    const slack = await startStrict();
    const url = await openUrl(slack);
    await once(new WebSocket(url), 'open');
    for (const used of [url, url.replace(/=.*/, '=x')]) {
      const [error] = await once(new WebSocket(used), 'error');
      expect(String(error)).toContain('401');
    }
    expect(slack.takeViolations()).toHaveLength(2);
  });

  it('lets the bot hear itself in an im', async () => {
    const slack = await startStrict();
    const { received, socket } = await connect(slack, acknowledge);
    const heard = once(socket, 'message');
    const { ts } = await callApi(slack, 'chat.postMessage', { channel: 'D0ALICE', text: 'Bonjour' });
    await heard;
    const event = { type: 'message', channel_type: 'im', ts, bot_id: slack.botId, user: slack.botUserId };
    expect(received[1]).toMatchObject({ payload: { event } });
    const changed = once(socket, 'message');
    await callApi(slack, 'chat.update', { channel: 'D0ALICE', ts, text: 'Bonsoir' });
    await changed;
    const { user, bot_id } = event;
    expect(received[2]).toMatchObject({
      payload: {
        event: {
          subtype: 'message_changed',
          channel_type: 'im',
          message: { ts, user, bot_id, text: 'Bonsoir' },
          previous_message: { ts, text: 'Bonjour' },
        },
      },
    });
  });

  it('refuses to send what the app would never get', async () => {
    const slack = await startStrict({ scopes: [], channels: [{ id: 'C0ELSE', kind: 'channel', member: false }] });
    await expect(slack.sendEvent({ type: 'reaction_added' })).rejects.toThrow('not subscribed to reaction_added');
    await expect(slack.mention({ text: 'a' })).rejects.toThrow('app_mentions:read');
    await expect(slack.command({ text: 'a', command: '/other' })).rejects.toThrow('declares no command /other');
    await expect(slack.command({ text: 'a' })).rejects.toThrow('scope commands');
    const other = await startStrict({ channels: [{ id: 'C0ELSE', kind: 'channel', member: false }] });
    await expect(other.mention({ text: 'a', channel: 'C0ELSE' })).rejects.toThrow('the bot is not in C0ELSE');
  });
});
