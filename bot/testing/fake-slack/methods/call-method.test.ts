import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';

const general = { channel: 'C0GENERAL', text: 'Bonjour' };

describe('the Web API', () => {
  it('tells who the bot is', async () => {
    const slack = await startStrict();
    const { teamId, botUserId, botId, botToken } = slack;
    expect(await callApi(slack, 'auth.test', { token: botToken })).toMatchObject({
      ok: true,
      team_id: teamId,
      user_id: botUserId,
      bot_id: botId,
    });
    expect(JSON.stringify(slack.calls)).not.toContain(botToken);
  });

  it('posts, edits, whispers, and shows what stands in each channel', async () => {
    const slack = await startStrict();
    const { ts } = await callApi(slack, 'chat.postMessage', general);
    await callApi(slack, 'chat.postMessage', { channel: 'U0ALICE', text: 'À vous' });
    const { channel } = await callApi(slack, 'chat.postMessage', { channel: 'U0BOB', text: 'À toi' });
    await callApi(slack, 'chat.update', { ...general, ts, text: 'Bonsoir' });
    await callApi(slack, 'chat.postEphemeral', { ...general, user: 'U0BOB', thread_ts: ts });
    expect(slack.messages('C0GENERAL')).toMatchObject([{ ts, text: 'Bonsoir', edits: 1 }]);
    expect(slack.messages('D0ALICE')).toMatchObject([{ text: 'À vous', edits: 0 }]);
    expect(slack.messages(String(channel))).toMatchObject([{ text: 'À toi' }]);
    expect(slack.ephemerals()).toMatchObject([{ user: 'U0BOB', thread_ts: ts }]);
  });

  it.each([
    ['no token', null, 'not_authed'],
    ['a token of nobody', 'xoxb-nobody', 'invalid_auth'],
  ])('refuses %s', async (_, token, error) => {
    const slack = await startStrict();
    expect(await callApi(slack, 'auth.test', {}, token)).toMatchObject({ ok: false, error });
    expect(slack.takeViolations()).toEqual([`auth.test: ${error}`]);
  });

  it('refuses the token of the app for a method of the bot, and the other way round', async () => {
    const slack = await startStrict();
    const error = 'not_allowed_token_type';
    expect(await callApi(slack, 'auth.test', {}, slack.appToken)).toMatchObject({ error });
    expect(await callApi(slack, 'apps.connections.open', {})).toMatchObject({ error });
    expect(slack.takeViolations()).toHaveLength(2);
  });

  it('takes the token back without blaming the bot', async () => {
    const slack = await startStrict();
    slack.revokeToken();
    expect(await callApi(slack, 'chat.postMessage', general)).toMatchObject({ error: 'token_revoked' });
    expect(slack.messages()).toEqual([]);
  });

  it('names the scope that lacks', async () => {
    const slack = await startStrict({ scopes: ['commands'] });
    const answer = await callApi(slack, 'chat.postMessage', general);
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'chat:write', provided: 'commands' });
    expect(slack.takeViolations()).toEqual(['chat.postMessage: the scope chat:write was not granted']);
  });

  it.each([
    ['chat.meMessage', {}, 'unknown_method', 'the fake knows no such method'],
    ['constructor', {}, 'unknown_method', 'the fake knows no such method'],
    ['chat.postMessage', { ...general, emoji: 'x' }, 'invalid_arguments', 'arguments has what is not expected: emoji'],
    ['chat.postMessage', { text: 'a' }, 'invalid_arguments', 'arguments.channel is missing'],
    ['chat.postMessage', { ...general, channel: '#general' }, 'invalid_arguments', 'arguments.channel is not written'],
    ['chat.postMessage', { ...general, thread_ts: '1.2' }, 'invalid_arguments', 'arguments.thread_ts is not written'],
    ['chat.postMessage', { ...general, client_msg_id: 'a' }, 'invalid_arguments', 'client_msg_id is not written'],
    ['chat.postMessage', { ...general, thread_ts: '1700000000.000000' }, 'thread_not_found', 'no message of C0GENERAL'],
    ['chat.postMessage', { channel: 'C0GENERAL' }, 'no_text', 'neither text nor blocks'],
    ['chat.update', { ...general, ts: '1700000000.000000' }, 'message_not_found', 'no message of the bot'],
    [
      'assistant.threads.setStatus',
      { channel_id: 'C0GENERAL', thread_ts: '1700000000.000000', status: 'a', loading_messages: Array(11).fill('b') },
      'invalid_arguments',
      'arguments.loading_messages',
    ],
  ])('refuses and writes down %s %j', async (method, args, error, violation) => {
    const slack = await startStrict();
    expect(await callApi(slack, method, args)).toMatchObject({ ok: false, error });
    expect(slack.takeViolations()).toEqual([expect.stringMatching(new RegExp(`^${method}: .*${violation}`))]);
    expect(slack.messages()).toEqual([]);
  });

  it.each([
    [{ id: 'C0ELSE', kind: 'channel', member: false }, 'not_in_channel'],
    [{ id: 'C0ELSE', kind: 'channel', member: true, archived: true }, 'is_archived'],
    [{ id: 'D0ELSE', kind: 'im', member: false }, 'channel_not_found'],
  ] as const)('refuses to post in %j, which is part of life', async (channel, error) => {
    const slack = await startStrict();
    slack.setChannel(channel);
    expect(await callApi(slack, 'chat.postMessage', { channel: channel.id, text: 'a' })).toMatchObject({ error });
    expect(await callApi(slack, 'chat.postMessage', { channel: 'C0NOWHERE', text: 'a' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('whispers to those who are there', async () => {
    const slack = await startStrict();
    slack.setChannel({ id: 'C0ELSE', kind: 'channel', member: true, people: ['U0ALICE'] });
    const whisper = (channel: string, user: string) =>
      callApi(slack, 'chat.postEphemeral', { channel, user, text: 'a' });
    expect(await whisper('C0ELSE', 'U0ALICE')).toMatchObject({ ok: true });
    expect(await whisper('C0ELSE', 'U0BOB')).toMatchObject({ error: 'user_not_in_channel' });
    expect(await whisper('D0ALICE', 'U0BOB')).toMatchObject({ error: 'user_not_in_channel' });
  });

  it('refuses to edit what somebody else wrote, and to answer under an answer', async () => {
    const slack = await startStrict({ socketWaitMs: 1, retryDelaysMs: [] });
    const { ts } = await slack.mention({ text: 'Bonjour' });
    const reply = await slack.mention({ text: 'et donc ?', thread_ts: ts });
    expect(await callApi(slack, 'chat.update', { ...general, ts })).toMatchObject({ error: 'cant_update_message' });
    expect(await callApi(slack, 'chat.postMessage', { ...general, thread_ts: reply.ts })).toMatchObject({
      error: 'cannot_reply_to_message',
    });
    expect(slack.takeViolations()).toHaveLength(2);
  });

  it('posts a client_msg_id as often as it comes when Slack does not recognise it', async () => {
    const slack = await startStrict({ deduplicate: false });
    const again = { ...general, client_msg_id: randomUUID() };
    for (let time = 0; time < 2; time += 1) await callApi(slack, 'chat.postMessage', again);
    expect(slack.messages()).toHaveLength(2);
    expect(slack.deduplicated).toBe(0);
  });

  it.each([
    ['views.publish', { user_id: 'U0ALICE', view: { type: 'home', blocks: [] } }, 'home'],
    ['chat.postEphemeral', { ...general, user: 'U0BOB' }, 'ephemerals'],
  ] as const)('fails %s as it is told, before or after it took effect', async (method, args, seen) => {
    const slack = await startStrict();
    const count = () => [slack[seen]()].flat().filter((one) => one !== undefined).length;
    slack.failNext(method, { kind: 'rate-limited', retryAfter: 3 });
    expect(await callApi(slack, method, args)).toMatchObject({ status: 429, retryAfter: '3' });
    slack.failNext(method, { kind: 'drop', applied: false });
    await expect(callApi(slack, method, args)).rejects.toThrow('fetch failed');
    expect(count()).toBe(0);
    slack.failNext(method, { kind: 'drop', applied: true });
    await expect(callApi(slack, method, args)).rejects.toThrow('fetch failed');
    expect(count()).toBe(1);
  });

  it('posts a client_msg_id once in a channel', async () => {
    const slack = await startStrict();
    const clientMsgId = randomUUID();
    const first = await callApi(slack, 'chat.postMessage', { ...general, client_msg_id: clientMsgId });
    const second = await callApi(slack, 'chat.postMessage', { ...general, client_msg_id: clientMsgId });
    await callApi(slack, 'chat.postMessage', { channel: 'D0ALICE', text: 'a', client_msg_id: clientMsgId });
    expect(second.ts).toBe(first.ts);
    expect([slack.messages().length, slack.deduplicated]).toEqual([2, 1]);
  });

  it('shows a status until the bot posts, empties it, or two minutes have gone by', async () => {
    let now = 1_700_000_000_000;
    const slack = await startStrict({ now: () => now, socketWaitMs: 1, retryDelaysMs: [] });
    const { ts: threadTs, channel } = await slack.mention({ text: 'Bonjour' });
    const set = (status: string) =>
      callApi(slack, 'assistant.threads.setStatus', { channel_id: channel, thread_ts: threadTs, status });
    await set('cherche…');
    await set('lit…');
    await set('');
    await set('écrit…');
    await callApi(slack, 'chat.postMessage', { channel, thread_ts: threadTs, text: 'Voici' });
    await set('relit…');
    expect(slack.statuses(channel).map(({ clearedBy }) => clearedBy)).toEqual([
      'replaced',
      'empty',
      'message',
      undefined,
    ]);
    now += 120_000;
    expect(slack.statuses(channel).at(-1)?.clearedBy).toBe('timeout');
  });

  it('limits the pace in each channel, and says how long to wait', async () => {
    const slack = await startStrict({ rateLimit: { burst: 2, perSecond: 0.1 } });
    const post = (channel: string) => callApi(slack, 'chat.postMessage', { channel, text: 'a' });
    expect([(await post('C0GENERAL')).ok, (await post('C0GENERAL')).ok]).toEqual([true, true]);
    // One message every ten seconds.
    expect(await post('C0GENERAL')).toMatchObject({ status: 429, retryAfter: '10', ok: false, error: 'ratelimited' });
    expect((await post('D0ALICE')).ok).toBe(true);
  });

  it('fails as it is told, by plan or by choice, and knows the attempts', async () => {
    const slack = await startStrict({
      faults: ({ method, attempt }) =>
        method === 'chat.postMessage' && attempt === 2 ? { kind: 'error', error: 'fatal_error' } : undefined,
    });
    slack.failNext('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    expect(await callApi(slack, 'chat.postMessage', general)).toMatchObject({ status: 429, retryAfter: '7' });
    expect(await callApi(slack, 'chat.postMessage', general)).toMatchObject({ error: 'fatal_error' });
    expect(slack.messages()).toEqual([]);
    slack.failNext('chat.postMessage', { kind: 'drop', applied: true });
    await expect(callApi(slack, 'chat.postMessage', general)).rejects.toThrow('fetch failed');
    expect(slack.messages()).toHaveLength(1);
    slack.failNext('chat.postMessage', { kind: 'delay', ms: 1 });
    expect(await callApi(slack, 'chat.postMessage', general)).toMatchObject({ ok: true });
    expect(slack.calls.map(({ status }) => status)).toEqual([429, 200, undefined, 200]);
  });

  it('reads neither another content type nor another address', async () => {
    const slack = await startStrict();
    const headers = { 'content-type': 'text/plain', authorization: `Bearer ${slack.botToken}` };
    const answer = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers, body: 'a' });
    expect(await answer.json()).toMatchObject({ error: 'invalid_post_type' });
    expect((await fetch(`${slack.apiUrl}auth.test`)).status).toBe(404);
    expect((await fetch(new URL('/files', slack.apiUrl), { method: 'POST' })).status).toBe(404);
    expect(slack.takeViolations()).toHaveLength(3);
  });

  it('refuses everything when it is down, and comes back on the same port', async () => {
    const slack = await startStrict();
    slack.goDown();
    await expect(callApi(slack, 'auth.test', {})).rejects.toThrow('fetch failed');
    slack.goDown('unavailable');
    expect((await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' })).status).toBe(503);
    slack.comeBack();
    expect((await callApi(slack, 'auth.test', {})).ok).toBe(true);
  });
});
