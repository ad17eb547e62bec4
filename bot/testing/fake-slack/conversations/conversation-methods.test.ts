import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';
import type { FakeSlackOptions } from '../settings.ts';

const ALONE: FakeSlackOptions = { socketWaitMs: 1, retryDelaysMs: [] };
const READER: FakeSlackOptions = {
  ...ALONE,
  scopes: ['app_mentions:read', 'chat:write', 'channels:history', 'channels:read', 'im:history', 'im:read', 'im:write'],
};

const metadata = { event_type: 'cpts_message', event_payload: { id: 'b' } };

/** Timestamps of the messages of an answer. */
const listTs = (answer: object) =>
  ('messages' in answer ? (answer.messages as { ts: string }[]) : []).map(({ ts }) => ts);

describe('a conversation', () => {
  it('tells its history and its threads, with what the bot noted when asked', async () => {
    const slack = await startStrict(READER);
    const channel = 'C0GENERAL';
    const { ts } = await slack.mention({ text: 'Quel plafond ?' });
    const note = slack.write({ channel, text: 'Moi aussi' });
    const reply = await callApi(slack, 'chat.postMessage', { channel, thread_ts: ts, text: 'Voici', metadata });
    expect(listTs(await callApi(slack, 'conversations.history', { channel }))).toEqual([note.ts, ts]);
    const replies = await callApi(slack, 'conversations.replies', { channel, ts, include_all_metadata: true });
    expect(replies.messages).toMatchObject([
      { ts, user: 'U0ALICE' },
      { ts: reply.ts, metadata, thread_ts: ts },
    ]);
    const silent = await callApi(slack, 'conversations.replies', { channel, ts });
    expect(JSON.stringify(silent)).not.toContain('cpts_message');
    expect(slack.messages()[0]?.metadata).toEqual(metadata);
    expect(await callApi(slack, 'conversations.replies', { channel, ts: '1700000000.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
  });

  it('is read by pages and by times', async () => {
    const slack = await startStrict(READER);
    const channel = 'C0GENERAL';
    const said = ['a', 'b', 'c'].map((text) => slack.write({ channel, text }).ts);
    const first = await callApi(slack, 'conversations.history', { channel, limit: 2 });
    expect(first).toMatchObject({ has_more: true });
    expect(listTs(first)).toEqual([said[2], said[1]]);
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    const second = await callApi(slack, 'conversations.history', { channel, limit: 2, cursor });
    expect(second).toMatchObject({ has_more: false });
    expect(listTs(second)).toEqual([said[0]]);
    const since = { channel, oldest: said[1] };
    expect(listTs(await callApi(slack, 'conversations.history', since))).toEqual([said[2]]);
    expect(listTs(await callApi(slack, 'conversations.history', { ...since, inclusive: true }))).toHaveLength(2);
  });

  it.each([
    ['C0GENERAL', 'conversations.history', 'channels:history'],
    ['D0ALICE', 'conversations.history', 'im:history'],
    ['C0GENERAL', 'conversations.info', 'channels:read'],
    ['D0ALICE', 'conversations.members', 'im:read'],
  ])('in %s, %s needs the scope %s, without which the bot does', async (channel, method, needed) => {
    const slack = await startStrict({ ...ALONE, scopes: [] });
    expect(await callApi(slack, method, { channel })).toMatchObject({ error: 'missing_scope', needed });
    expect(slack.violations).toEqual([]);
  });

  it('tells what it is and who is there', async () => {
    const people = ['U0ALICE', 'U0BOB'];
    const slack = await startStrict(READER);
    slack.setChannel({ id: 'C0ELSE', kind: 'channel', member: true, people });
    expect((await callApi(slack, 'conversations.info', { channel: 'C0ELSE' })).channel).toMatchObject({
      is_channel: true,
      is_member: true,
      is_archived: false,
    });
    expect(await callApi(slack, 'conversations.members', { channel: 'C0ELSE' })).toMatchObject({
      members: [...people, slack.botUserId],
    });
    expect((await callApi(slack, 'conversations.members', { channel: 'D0ALICE' })).members).toEqual([
      'U0ALICE',
      slack.botUserId,
    ]);
  });

  it('opens with a person', async () => {
    const slack = await startStrict(READER);
    expect(await callApi(slack, 'conversations.open', { users: 'U0ALICE' })).toMatchObject({
      channel: { id: 'D0ALICE' },
    });
    const { channel } = await callApi(slack, 'conversations.open', { users: 'U0BOB' });
    const { id } = channel as { id: string };
    expect(await callApi(slack, 'chat.postMessage', { channel: id, text: 'Bonjour' })).toMatchObject({ ok: true });
    expect(await callApi(slack, 'conversations.open', { users: 'U0NOBODY' })).toMatchObject({
      error: 'user_not_found',
    });
  });

  it('is closed to the bot when it is put out, and gone when it is deleted', async () => {
    const slack = await startStrict(READER);
    const channel = 'C0GENERAL';
    const { ts } = await callApi(slack, 'chat.postMessage', { channel, text: 'Bonjour' });
    slack.setChannel({ id: channel, kind: 'channel', member: false });
    expect(await callApi(slack, 'conversations.history', { channel })).toMatchObject({ error: 'not_in_channel' });
    slack.deleteChannel(channel);
    expect(slack.messages()).toEqual([]);
    for (const [method, args] of [
      ['conversations.history', { channel }],
      ['conversations.info', { channel }],
      ['chat.delete', { channel, ts }],
      ['chat.getPermalink', { channel, message_ts: ts }],
      ['chat.startStream', { channel, thread_ts: ts }],
    ] as const) {
      expect(await callApi(slack, method, args)).toMatchObject({ error: 'channel_not_found' });
    }
    slack.revokeToken();
    expect(await callApi(slack, 'conversations.info', { channel })).toMatchObject({ error: 'token_revoked' });
  });

  it('lets the bot take its messages back, and point to them', async () => {
    const slack = await startStrict(READER);
    const channel = 'C0GENERAL';
    const { ts } = await callApi(slack, 'chat.postMessage', { channel, text: 'Bonjour' });
    const { permalink } = await callApi(slack, 'chat.getPermalink', { channel, message_ts: ts });
    expect(permalink).toBe(`https://cpts.slack.com/archives/C0GENERAL/p${ts?.replace('.', '')}`);
    expect(await callApi(slack, 'chat.delete', { channel, ts })).toMatchObject({ ok: true });
    expect(await callApi(slack, 'chat.delete', { channel, ts })).toMatchObject({ error: 'message_not_found' });
    expect(slack.messages()).toEqual([]);
    const said = slack.write({ channel, text: 'Non' });
    expect(await callApi(slack, 'chat.delete', { channel, ts: said.ts })).toMatchObject({
      error: 'cant_delete_message',
    });
    expect(slack.takeViolations()).toHaveLength(1);
  });
});
