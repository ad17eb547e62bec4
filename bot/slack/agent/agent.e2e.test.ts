import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { listTexts } from '../testing/list-texts.ts';
import { readAnswer, readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const QUESTION = 'Quel plafond pour une taille 1 ?';
const ANSWER = '287\u202f500\u00a0€';

let slack: TestBot;

beforeEach(async () => {
  slack = await startTestBot();
});
afterEach(() => slack.close());

async function ask(text = QUESTION): Promise<BotMessage> {
  const asked = await slack.fake.directMessage({ text });
  const [message] = await readThread(slack.fake, asked);
  if (!message) throw new Error('no answer');
  return message;
}

describe('an answer in a direct message', () => {
  it('is said piece by piece: the claims, then sources, day and buttons', async () => {
    const message = await ask();
    expect(message.stream?.state).toBe('stopped');
    expect(message.text).toContain(ANSWER);
    expect(message.blocks.map(({ type }) => type)).toEqual([
      'markdown',
      'context',
      'context',
      'actions',
      'context_actions',
    ]);
    expect(listTexts(message.blocks).join('\n')).toMatch(/Sources\n\[1\]/u);
    expect(message.metadata?.event_type).toBe('cpts_message');
    expect(slack.fake.markups).toEqual([]);
    const methods = slack.fake.calls.map(({ method }) => method).filter((method) => /Stream|postMessage/.test(method));
    expect(methods).toEqual(['chat.startStream', 'chat.appendStream', 'chat.stopStream']);
  });

  it('says its first words within 300 ms, after a status within as much', async () => {
    // The first question pays for what is loaded once.
    await ask();
    const heard = Date.now();
    const asked = await slack.fake.directMessage({ text: QUESTION });
    await readThread(slack.fake, asked);
    const [, message] = slack.fake.messages('D0ALICE');
    const [, status] = slack.fake.statuses('D0ALICE');
    expect(status?.status).toBe('cherche dans les textes…');
    expect((status?.at ?? Number.NaN) - heard).toBeLessThan(300);
    expect((message?.stream?.firstWordsAt ?? Number.NaN) - heard).toBeLessThan(600);
    expect(status?.clearedBy).toBe('message');
  });

  it.each<[string, string, Parameters<TestBot['fake']['failNext']>[1]]>([
    ['does not start', 'chat.startStream', { kind: 'error', error: 'channel_type_not_supported' }],
    ['is refused for a while', 'chat.startStream', { kind: 'rate-limited', retryAfter: 30 }],
    ['starts, its reply being lost', 'chat.startStream', { kind: 'drop', applied: true }],
    ['cannot start for want of a network', 'chat.startStream', { kind: 'drop', applied: false }],
    ['cannot go on', 'chat.appendStream', { kind: 'error', error: 'message_not_in_streaming_state' }],
    ['is rate limited on the way', 'chat.appendStream', { kind: 'rate-limited', retryAfter: 30 }],
    ['is stopped by the person', 'chat.appendStream', { kind: 'error', error: 'stopped_by_user' }],
    ['does not end', 'chat.stopStream', { kind: 'error', error: 'msg_too_long' }],
    ['ends, its reply being lost', 'chat.stopStream', { kind: 'drop', applied: true }],
    [
      'meets an error of the server at its end',
      'chat.stopStream',
      { kind: 'server-error', status: 503, applied: false },
    ],
  ])('is whole, once, when its stream %s', async (_, method, fault) => {
    const { fake } = slack;
    fake.failNext(method, fault);
    const asked = await fake.directMessage({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
    await expect.poll(() => listTexts(fake.messages('D0ALICE').at(-1)?.blocks).join('\n')).toMatch(/Sources\n\[1\]/u);
    expect(fake.messages('D0ALICE')).toHaveLength(1);
    expect(listTexts(fake.messages('D0ALICE')[0]?.blocks).join('\n').split(ANSWER)).toHaveLength(2);
    expect(slack.incidents).toEqual([]);
  });

  it('keeps what the thread is about over a restart', async () => {
    const asked = await slack.fake.directMessage({ text: 'Quelle taille pour 85 000 habitants ?' });
    await readThread(slack.fake, asked);
    await slack.restart();
    await slack.fake.directMessage({ text: 'Et quel financement ?', thread_ts: asked.ts });
    const messages = await readThread(slack.fake, asked, 2);
    expect(messages[1]?.stream?.state).toBe('stopped');
    expect(listTexts(messages[1]?.blocks).join('\n')).toContain('75\u202f000\u00a0€');
  });
});

describe('an answer in a channel', () => {
  it('is one plain message in the thread', async () => {
    const asked = await slack.fake.mention({ text: QUESTION });
    const [message] = await readThread(slack.fake, asked);
    expect(message?.stream).toBeUndefined();
    expect(message?.blocks.map(({ type }) => type)).toContain('context_actions');
  });
});

describe('an expired stream', () => {
  it('ends as a plain message in its place', async () => {
    await slack.close();
    slack = await startTestBot({ streamLifeMs: 0 });
    const asked = await slack.fake.directMessage({ text: QUESTION });
    await expect
      .poll(() => slack.fake.messages('D0ALICE').map(({ blocks }) => listTexts(blocks).join('\n')))
      .toEqual([expect.stringMatching(/Sources\n\[1\]/u)]);
    expect(await readAnswer(slack.fake, asked)).toContain(ANSWER);
  });
});
