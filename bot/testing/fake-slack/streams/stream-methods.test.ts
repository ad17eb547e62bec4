import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';
import type { FakeSlack } from '../fake-slack.ts';

const ALONE = { socketWaitMs: 1, retryDelaysMs: [] };

/** A question of Alice to the bot alone, and a stream opened under it. */
async function startStream(slack: FakeSlack, more: object = {}) {
  const { channel, ts: threadTs } = await slack.directMessage({ text: 'Quel plafond ?' });
  const { ts } = await callApi(slack, 'chat.startStream', { channel, thread_ts: threadTs, ...more });
  const call = (method: string, args: object) => callApi(slack, `chat.${method}`, { channel, ts, ...args });
  return { channel, ts, call, read: () => slack.messages(channel)[0] };
}

describe('a streamed message', () => {
  it('is read as it grows, and ends with its blocks and its metadata', async () => {
    let now = 1_700_000_000_000;
    const slack = await startStrict({ ...ALONE, now: () => now });
    const { call, read } = await startStream(slack);
    expect(read()).toMatchObject({ text: '', blocks: [], stream: { state: 'open' } });
    now += 200;
    await call('appendStream', { markdown_text: 'Au 22 novembre, ' });
    await call('appendStream', { chunks: [{ type: 'markdown_text', text: 'le plafond' }] });
    expect(read()?.text).toBe('Au 22 novembre, le plafond');
    const metadata = { event_type: 'cpts_message', event_payload: { id: 'b' } };
    const blocks = [{ type: 'divider' }];
    expect(await call('stopStream', { markdown_text: ' est là.', blocks, metadata })).toMatchObject({ ok: true });
    expect(read()).toMatchObject({
      text: 'Au 22 novembre, le plafond est là.',
      blocks: [{ type: 'markdown', text: 'Au 22 novembre, le plafond est là.' }, { type: 'divider' }],
      metadata,
      edits: 0,
      stream: { state: 'stopped', startedAt: now - 200, firstWordsAt: now },
    });
  });

  it('ends by itself after its time, whatever was written, and may then be edited', async () => {
    let now = 1_700_000_000_000;
    const slack = await startStrict({ ...ALONE, now: () => now, streamLifeMs: 1000 });
    const { call, read } = await startStream(slack, { markdown_text: 'Bonjour' });
    expect(await call('update', { text: 'Bonsoir' })).toMatchObject({ error: 'streaming_state_conflict' });
    expect(await call('delete', {})).toMatchObject({ error: 'cant_delete_message' });
    expect(slack.takeViolations()).toHaveLength(2);
    now += 999;
    expect(await call('appendStream', { markdown_text: '…' })).toMatchObject({ ok: true });
    now += 1;
    expect(read()?.stream?.state).toBe('expired');
    for (const method of ['appendStream', 'stopStream']) {
      expect(await call(method, { markdown_text: 'a' })).toMatchObject({ error: 'message_not_in_streaming_state' });
    }
    const blocks = [{ type: 'divider' }];
    expect(await call('update', { text: 'Bonsoir', blocks })).toMatchObject({ ok: true });
    expect(read()).toMatchObject({ text: 'Bonsoir', blocks, edits: 1 });
  });

  it.each([
    ['time', 'expired', 'message_not_in_streaming_state'],
    ['person', 'halted', 'stopped_by_user'],
  ] as const)('is ended when the test says so, by %s', async (by, state, error) => {
    const slack = await startStrict(ALONE);
    const { call, read } = await startStream(slack, { markdown_text: 'Bonjour' });
    slack.endStreams(by);
    expect(read()?.stream).toMatchObject({ state });
    expect(await call('appendStream', { markdown_text: '…' })).toMatchObject({ error });
    expect(await call('delete', {})).toMatchObject({ ok: true });
  });

  it('holds as much as a message does, and a piece no more than 12 000 characters', async () => {
    const slack = await startStrict(ALONE);
    const { call } = await startStream(slack);
    const piece = 'a'.repeat(6600); // 2 × 6 600 = 13 200
    await call('appendStream', { markdown_text: piece });
    await call('appendStream', { markdown_text: piece });
    expect(await call('appendStream', { markdown_text: 'b' })).toMatchObject({ error: 'msg_too_long' });
    expect(await call('stopStream', {})).toMatchObject({ ok: true });
    expect(slack.violations).toEqual([]);
    expect(await call('appendStream', { markdown_text: 'a'.repeat(12_001) })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(slack.takeViolations()).toHaveLength(1);
  });

  it('is for one reader in a channel, and always under a question', async () => {
    const slack = await startStrict(ALONE);
    const { channel, ts: threadTs } = await slack.mention({ text: 'Quel plafond ?' });
    const start = (more: object) => callApi(slack, 'chat.startStream', { channel, thread_ts: threadTs, ...more });
    expect(await start({})).toMatchObject({ error: 'missing_recipient_team_id' });
    expect(await start({ recipient_team_id: 'T0CPTS' })).toMatchObject({ error: 'missing_recipient_user_id' });
    expect(await start({ recipient_team_id: 'T0CPTS', recipient_user_id: 'U0ALICE' })).toMatchObject({ ok: true });
    expect(await callApi(slack, 'chat.startStream', { channel })).toMatchObject({ error: 'invalid_arguments' });
    expect(slack.takeViolations()).toHaveLength(3);
  });

  it('is the bot’s own, and was begun as a stream', async () => {
    const slack = await startStrict(ALONE);
    const { channel, ts } = await slack.directMessage({ text: 'Bonjour' });
    const posted = await callApi(slack, 'chat.postMessage', { channel, text: 'Bonjour' });
    const append = (of: unknown) => callApi(slack, 'chat.appendStream', { channel, ts: of, markdown_text: 'a' });
    expect(await append(ts)).toMatchObject({ error: 'message_not_owned_by_app' });
    expect(await append(posted.ts)).toMatchObject({ error: 'message_not_in_streaming_state' });
    expect(await append('1700000000.000001')).toMatchObject({ error: 'message_not_found' });
    expect(slack.takeViolations()).toHaveLength(2);
  });

  it('says something in the end', async () => {
    const slack = await startStrict(ALONE);
    const { call } = await startStream(slack);
    expect(await call('appendStream', {})).toMatchObject({ error: 'no_text' });
    expect(await call('stopStream', {})).toMatchObject({ error: 'no_text' });
    expect(slack.takeViolations()).toHaveLength(2);
  });
});
