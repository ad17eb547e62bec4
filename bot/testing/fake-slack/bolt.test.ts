import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { start, startHttpApp, startSocketApp } from './bolt-testing.ts';

const BUTTON = [
  {
    type: 'actions' as const,
    elements: [
      {
        type: 'button' as const,
        action_id: 'share',
        value: '42',
        text: { type: 'plain_text' as const, text: 'Partager' },
      },
    ],
  },
];

describe('a real Bolt over Socket Mode', () => {
  it('hears a mention, sets a status, answers in the thread, and the status goes away', async () => {
    const slack = await start();
    const app = await startSocketApp(slack);
    app.event('app_mention', async ({ event, say, setStatus }) => {
      await setStatus?.('cherche…');
      await say({ text: `Bonjour <@${event.user}>`, thread_ts: event.ts });
    });
    const { acked, attempts, ts } = await slack.mention({ text: 'Quel plafond ?' });
    expect({ acked, attempts }).toEqual({ acked: true, attempts: 1 });
    const message = await slack.waitFor(() => slack.messages('C0GENERAL')[0]);
    expect(message).toMatchObject({ text: 'Bonjour <@U0ALICE>', thread_ts: ts, edits: 0 });
    expect(slack.statuses()).toMatchObject([{ status: 'cherche…', clearedBy: 'message' }]);
    expect(slack.markups.map(({ markup }) => markup)).toEqual(['<@U0ALICE>']);
  });

  it('comes back when it was cut, or asked to leave, and gets what waited for it', async () => {
    const slack = await start();
    const app = await startSocketApp(slack);
    const heard: unknown[] = [];
    app.event('app_mention', async ({ body, context }) => {
      heard.push([body.event_id, context.retryNum, context.retryReason]);
    });
    slack.dropSockets();
    expect(slack.socketCount).toBe(0);
    const { eventId, acked, attempts } = await slack.mention({ text: 'Bonjour' });
    expect({ acked, attempts }).toEqual({ acked: true, attempts: 1 });
    await slack.redeliver();
    expect(heard).toEqual([
      [eventId, 0, ''],
      [eventId, 1, 'timeout'],
    ]);
    slack.disconnectSockets('refresh_requested');
    await slack.waitForSocket();
    expect((await slack.directMessage({ text: 'Toujours là ?' })).acked).toBe(true);
  });

  it.each(['reset', 'unavailable'] as const)('keeps trying while Slack is down (%s), and connects', async (how) => {
    const slack = await start();
    slack.goDown(how);
    const starting = startSocketApp(slack);
    await slack.waitFor(() => slack.refused >= 2);
    slack.comeBack();
    await starting;
    await slack.waitForSocket();
    expect(slack.socketCount).toBe(1);
  });

  it('waits as long as it is told when it posts too fast, and posts once', async () => {
    const slack = await start({ rateLimit: { burst: 1, perSecond: 1000 } });
    const app = await startSocketApp(slack);
    slack.failNext('chat.postMessage', { kind: 'rate-limited', retryAfter: 0 });
    await app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Bonjour' });
    expect(slack.messages()).toHaveLength(1);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ status }) => status)).toEqual([
      429, 200,
    ]);
  });

  it('posts once though the first reply was lost, thanks to its client_msg_id', async () => {
    const slack = await start();
    const app = await startSocketApp(slack);
    slack.failNext('chat.postMessage', { kind: 'server-error', status: 503, applied: true });
    slack.failNext('chat.postMessage', { kind: 'drop', applied: true });
    const clientMsgId = randomUUID();
    await app.client.apiCall('chat.postMessage', { channel: 'C0GENERAL', text: 'Bonjour', client_msg_id: clientMsgId });
    expect(slack.messages()).toHaveLength(1);
    expect(slack.deduplicated).toBe(2);
  });

  it('acknowledges a command, answers by its response URL, and hears the button of what it answered', async () => {
    const slack = await start();
    const app = await startSocketApp(slack);
    const pressed: unknown[] = [];
    app.command('/cpts', async ({ ack, respond, command }) => {
      await ack();
      await respond({ text: command.text, blocks: BUTTON });
    });
    app.action('share', async ({ ack, action, body, respond }) => {
      await ack();
      pressed.push([action.type === 'button' && action.value, 'message' in body]);
      await respond({ response_type: 'in_channel', text: 'Partagé', delete_original: false });
    });
    const run = await slack.command({ text: 'plafond' });
    expect(run).toMatchObject({ acked: true, attempts: 1 });
    const shown = await slack.waitFor(() => run.responses()[0]);
    expect(shown).toMatchObject({ kind: 'ephemeral', user: 'U0ALICE', text: 'plafond' });
    const click = await slack.clickButton({ message: shown, actionId: 'share' });
    await slack.waitFor(() => click.responses()[0]);
    expect(pressed).toEqual([['42', false]]);
    expect(slack.messages()).toMatchObject([{ text: 'Partagé' }]);
  });
});

describe('a real Bolt over HTTP', () => {
  it('takes signed events and their retries, and refuses what is not signed', async () => {
    const slack = await start({ delivery: 'http' });
    const app = await startHttpApp(slack);
    const heard: unknown[] = [];
    app.message(async ({ message, context }) => {
      heard.push(['text' in message && message.text, context.retryNum, context.retryReason]);
    });
    expect(await slack.directMessage({ text: 'Bonjour' })).toMatchObject({ acked: true, attempts: 1 });
    expect(await slack.replay()).toMatchObject({ acked: true });
    expect(await slack.redeliver()).toMatchObject({ acked: true });
    expect(heard).toEqual([
      ['Bonjour', undefined, undefined],
      ['Bonjour', undefined, undefined],
      ['Bonjour', 1, 'http_timeout'],
    ]);
    const body = '{}';
    expect(await slack.sendRaw({ body, signature: 'v0=00' })).toMatchObject({ status: 401 });
    expect(await slack.sendRaw({ body, timestamp: Math.floor(Date.now() / 1000) - 3600 })).toMatchObject({
      status: 401,
    });
  });

  it('acknowledges a command with a message, and a button without', async () => {
    const slack = await start({ delivery: 'http' });
    const app = await startHttpApp(slack);
    app.command('/cpts', async ({ ack }) => ack({ text: 'Voici', blocks: BUTTON }));
    app.action('share', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'Partagé' });
    });
    const run = await slack.command({ text: '' });
    const [shown] = run.responses();
    if (shown === undefined) throw new Error('nothing was shown');
    await slack.clickButton({ message: shown, actionId: 'share' });
    await slack.waitFor(() => slack.ephemerals()[0]?.edits === 1);
    expect(slack.ephemerals()).toMatchObject([{ text: 'Partagé', ts: shown.ts }]);
  });
});
