import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#bot/store/open-sqlite-store.ts';
import type { Sending } from '#bot/store/ports/works.ts';
import type { Store } from '#bot/store/store.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { listTexts } from '../testing/list-texts.ts';
import { loadManifest } from '../testing/load-manifest.ts';
import { type Place, readAnswer, readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const QUESTION = 'Quel plafond pour une taille 1 ?';
const ANSWER = '287\u202f500\u00a0€';
const AGAIN = 'cette réponse a peut-être déjà été donnée';

const { bot, bot_optional: optional } = loadManifest().oauth_config.scopes;

let slack: TestBot;
beforeEach(async () => {
  slack = await startTestBot({ deduplicate: false, scopes: [...bot, ...optional] });
});
afterEach(() => slack.close());

/** What a process that died has left: a question kept, and what it had noted of its send. */
async function leave(question: Place, sending?: Sending, tries = 0): Promise<void> {
  const { channel, ts } = question;
  const words = { text: QUESTION };
  const payload = JSON.stringify({ channel, user: 'U0ALICE', ts, threadTs: ts, version: '', words });
  await plant({ id: `message ${channel} ${ts} `, kind: 'message', payload }, sending, tries);
}

async function plant(
  work: { readonly id: string; readonly kind: string; readonly payload: string },
  sending?: Sending,
  tries = 0,
  receivedAt = Date.now(),
): Promise<void> {
  const store: Store = await openStore(slack.dataDir);
  await store.receiveWork(slack.fake.teamId, [work.id], { ...work, user: 'U0ALICE' }, receivedAt);
  if (sending) await store.noteSending(slack.fake.teamId, work.id, sending);
  if (tries > 0) await store.noteTries(slack.fake.teamId, work.id, tries);
  await store.close();
}

async function listLeft(): Promise<readonly string[]> {
  const store = await openStore(slack.dataDir);
  const works = await store.takeUpWorks(slack.fake.teamId);
  await store.close();
  return works.map(({ id }) => id);
}

/** Slack has taken the message of the dead process, whole or not. */
async function post({ channel, ts }: Place, messageId: string): Promise<string> {
  const metadata = { event_type: 'cpts_message', event_payload: { id: messageId } };
  const blocks = [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'début' }] }] },
  ];
  const body = { channel, thread_ts: ts, text: 'début', blocks, metadata, client_msg_id: messageId };
  const response = await fetch(`${slack.fake.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${slack.fake.botToken}` },
    body: JSON.stringify(body),
  });
  const reply = (await response.json()) as { readonly ts: string };
  return reply.ts;
}

function toId({ channel, ts }: Place): string {
  return toMessageId('reponse', slack.fake.teamId, channel, ts, '');
}

describe.each(['C0GENERAL', 'D0ALICE'])('a question that a dead process has left in %s', (channel) => {
  let question: Place;
  beforeEach(() => {
    question = slack.fake.write({ channel, text: QUESTION });
  });

  async function expectOnce(): Promise<void> {
    await expect.poll(() => listLeft()).toEqual([]);
    const messages = await readThread(slack.fake, question);
    expect(messages).toHaveLength(1);
    expect(await readAnswer(slack.fake, question)).toContain(ANSWER);
    expect(await readAnswer(slack.fake, question)).not.toContain(AGAIN);
  }

  it('is answered when nothing was sent', async () => {
    await leave(question);
    await slack.restart();
    await expectOnce();
  });

  it('is answered when a send was noted that never was', async () => {
    await leave(question, { channel, messageId: toId(question) });
    await slack.restart();
    await expectOnce();
  });

  it('is not answered again when its answer was sent and not recorded: it is completed', async () => {
    const ts = await post(question, toId(question));
    await leave(question, { channel, messageId: toId(question) });
    await slack.restart();
    await expectOnce();
    expect((await readThread(slack.fake, question))[0]?.ts).toBe(ts);
  });

  it('is completed where it stands when its message was recorded', async () => {
    const ts = await post(question, toId(question));
    await leave(question, { channel, messageId: toId(question), ts });
    await slack.restart();
    await expectOnce();
    expect(slack.fake.calls.map(({ method }) => method)).not.toContain('conversations.replies');
  });

  it('is told to the person, and dropped, when it was begun three times for nothing', async () => {
    await leave(question, undefined, 10);
    await slack.restart();
    expect(await readAnswer(slack.fake, question)).toContain('ERR_TRAVAIL_ABANDONNE');
    await expect.poll(() => listLeft()).toEqual([]);
    await slack.restart();
    expect(await readThread(slack.fake, question)).toHaveLength(1);
  });
});

describe('a question left in a channel that the bot may not read', () => {
  beforeEach(async () => {
    await slack.close();
    slack = await startTestBot({ deduplicate: false, scopes: bot });
  });

  it('is answered again when its answer may have been sent, and says so', async () => {
    const question = slack.fake.write({ channel: 'C0GENERAL', text: QUESTION });
    await post(question, toId(question));
    await leave(question, { channel: 'C0GENERAL', messageId: toId(question) });
    await slack.restart();
    const shown = await readAnswer(slack.fake, question, 2);
    expect(shown).toContain(ANSWER);
    expect(shown).toContain(AGAIN);
  });
});

describe('questions of one thread', () => {
  it('are taken up in the order in which they were asked', async () => {
    const { fake } = slack;
    const first = fake.write({ channel: 'C0GENERAL', text: QUESTION });
    const second = fake.write({ channel: 'C0GENERAL', text: 'et pour une taille 4 ?', thread_ts: first.ts });
    await leave(first);
    const payload = { channel: 'C0GENERAL', user: 'U0ALICE', ts: second.ts, threadTs: first.ts, version: '' };
    const words = { text: second.text };
    await plant({
      id: `message C0GENERAL ${second.ts} `,
      kind: 'message',
      payload: JSON.stringify({ ...payload, words }),
    });
    await slack.restart();
    const messages = await readThread(fake, first, 2);
    const shown = messages.map(({ blocks }) => listTexts(blocks).join('\n'));
    expect(shown[0]).toContain(ANSWER);
    expect(shown[1]).toContain('580\u202f000\u00a0€');
  });
});

describe('a command that a dead process has left', () => {
  async function leaveCommand(receivedAt: number): Promise<string> {
    const asked = await slack.fake.command({ text: QUESTION });
    const { responseUrl, triggerId } = asked;
    const payload = { triggerId, user: 'U0ALICE', channel: 'C0GENERAL', responseUrl, words: { text: QUESTION } };
    await plant(
      { id: `commande ${randomUUID()}`, kind: 'commande', payload: JSON.stringify(payload) },
      undefined,
      0,
      receivedAt,
    );
    return responseUrl;
  }

  it('is answered through its address', async () => {
    await leaveCommand(Date.now());
    await slack.restart();
    const { fake } = slack;
    await fake.waitFor(() => fake.ephemerals('C0GENERAL').length === 2, { what: 'the reply of the next process' });
    expect(listTexts(fake.ephemerals('C0GENERAL').at(-1)?.blocks).join('\n')).toContain(ANSWER);
  });

  it('is answered in the conversation with the person once its address is too old', async () => {
    await leaveCommand(Date.now() - 31 * 60_000);
    await slack.restart();
    const { fake } = slack;
    await fake.waitFor(() => fake.messages('D0ALICE').length > 0, { what: 'the reply in person' });
    expect(listTexts(fake.messages('D0ALICE').at(-1)?.blocks).join('\n')).toContain(ANSWER);
    expect(fake.ephemerals('C0GENERAL')).toHaveLength(1);
  });
});
