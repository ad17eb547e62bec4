import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '#bot/testing/fake-slack/faults.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { readAnswer, readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const QUESTION = 'Quel plafond pour une taille 1 ?';
const ANSWER = '287\u202f500\u00a0€';

describe('when Slack fails', () => {
  let slack: TestBot;
  beforeEach(async () => {
    slack = await startTestBot();
  });
  afterEach(() => slack.close());

  it.each<[string, Fault]>([
    ['is rate limited', { kind: 'rate-limited', retryAfter: 1 }],
    ['meets an error of the server', { kind: 'server-error', status: 503, applied: false }],
    ['meets an error of the server after the post was taken', { kind: 'server-error', status: 500, applied: true }],
    ['loses the connection before the post', { kind: 'drop', applied: false }],
    ['loses the connection after the post was taken', { kind: 'drop', applied: true }],
    ['meets « internal_error »', { kind: 'error', error: 'internal_error' }],
  ])('%s: one message all the same', async (_, fault) => {
    const { fake } = slack;
    fake.failNext('chat.postMessage', fault);
    const asked = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
    const next = await fake.directMessage({ text: QUESTION });
    await readThread(fake, next);
    expect(await readThread(fake, asked)).toHaveLength(1);
    expect(slack.incidents).toEqual([]);
  });

  it('answers although the status line cannot be shown', async () => {
    const { fake } = slack;
    fake.failNext('assistant.threads.setStatus', { kind: 'rate-limited', retryAfter: 60 });
    const asked = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
  });

  it('answers others while a conversation is rate limited', async () => {
    const { fake } = slack;
    fake.failNext('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
    const first = await fake.mention({ text: QUESTION });
    await fake.waitFor(() => fake.calls.some(({ status }) => status === 429), { what: 'the refused call' });
    const other = await fake.directMessage({ text: QUESTION });
    expect(await readAnswer(fake, other)).toContain(ANSWER);
    expect(fake.messages(first.channel)).toEqual([]);
    expect(await readAnswer(fake, first)).toContain(ANSWER);
  });

  it('goes on when the socket is cut in the middle of an answer, without a double', async () => {
    const { fake } = slack;
    fake.failNext('chat.postMessage', { kind: 'delay', ms: 150 });
    const asked = await fake.mention({ text: QUESTION });
    fake.dropSockets();
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
    await fake.waitForSocket();
    await fake.redeliver(asked.eventId);
    const next = await fake.directMessage({ text: QUESTION });
    expect(await readAnswer(fake, next)).toContain(ANSWER);
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('takes what was asked while it was away, once it is back', async () => {
    const { fake } = slack;
    fake.dropSockets();
    const asked = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
  });

  it.each(['refresh_requested', 'warning'] as const)('comes back when Slack asks it to leave (%s)', async (reason) => {
    const { fake } = slack;
    fake.disconnectSockets(reason);
    await fake.waitForSocket();
    const asked = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
  });

  it('comes back after Slack was down for a while', async () => {
    const { fake } = slack;
    fake.goDown('unavailable');
    await fake.waitFor(() => fake.refused > 1, { what: 'a second attempt to come back' });
    fake.comeBack();
    await fake.waitForSocket();
    const asked = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
    expect(slack.incidents.length).toBeGreaterThan(0);
  });

  it('says nothing to anybody when the token is revoked, notes why, and goes on running', async () => {
    const { fake, incidents } = slack;
    fake.revokeToken();
    await fake.mention({ text: QUESTION });
    await expect.poll(() => incidents.map(({ code }) => code)).toContain('ERR_SLACK_JETON');
    expect(fake.messages()).toEqual([]);
    expect(incidents.map(({ exception }) => exception).join()).not.toContain(fake.botToken);
  });

  it('writes to the asker alone when it may not write in the channel', async () => {
    const { fake, incidents } = slack;
    fake.failNext('chat.postMessage', { kind: 'error', error: 'not_in_channel' });
    await fake.mention({ text: QUESTION });
    await fake.waitFor(() => fake.messages('D0ALICE').length > 0, { what: 'the word to the asker' });
    expect(fake.messages('D0ALICE')[0]?.text).toContain('/invite');
    expect(incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_CANAL']);
  });

  it('leaves an event of another workspace without an answer, and notes it', async () => {
    const { fake, incidents } = slack;
    const event = { type: 'app_mention', channel: 'C0OTHER', user: 'U0X', text: QUESTION, ts: '1795300000.000200' };
    const foreign = { enterprise_id: null, team_id: 'T0OTHER', user_id: 'U0Y', is_bot: true };
    const { acked } = await fake.sendEvent(event, { team_id: 'T0OTHER', authorizations: [foreign] });
    expect(acked).toBe(true);
    expect(incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_ESPACE']);
    expect(fake.messages()).toEqual([]);
  });

  it('answers in the place of an answer that was deleted, with a new one', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: QUESTION });
    await readThread(fake, asked);
    fake.failNext('chat.update', { kind: 'error', error: 'message_not_found' });
    await fake.mention({ text: 'Quel plafond pour une taille 4 ?', ts: asked.ts, edited: true });
    expect(await readAnswer(fake, asked, 2)).toContain('580\u202f000\u00a0€');
  });
});

describe('when something of ours fails', () => {
  it('tells the person in one sentence, with a reference that is in the journal', async () => {
    const slack = await startTestBot({
      wrapStore: (store) => ({ ...store, readExchange: async () => ({ answerTs: 'pas un ts', version: '' }) }),
    });
    const { fake, incidents } = slack;
    const asked = await fake.mention({ text: QUESTION, edited: true });
    const shown = await readAnswer(fake, asked);
    const { code, reference = '' } = incidents[0] ?? {};
    expect(code).toBe('ERR_CHAMP_SLACK');
    expect(reference).toMatch(/^[A-Z]{6}$/);
    expect(shown).toContain(reference);
    expect(shown).not.toMatch(/stack|Error:/);
    await slack.close();
  });

  it('answers, once, although the database fails at each turn, and acknowledges what it has answered', async () => {
    async function fail(): Promise<never> {
      throw new BotError('ERR_STORE_PLEIN', 'le disque est plein', 'Libérez de la place.');
    }
    const slack = await startTestBot({
      wrapStore: (store) => ({
        ...store,
        receiveWork: fail,
        noteSending: fail,
        finishWork: fail,
        readFil: fail,
        readExchange: fail,
        saveExchange: fail,
      }),
    });
    const { fake, incidents } = slack;
    fake.failNext('chat.postMessage', { kind: 'delay', ms: 200 });
    const asking = fake.mention({ text: QUESTION });
    await fake.waitFor(() => fake.statuses().length > 0, { what: 'the work' });
    // Not kept, it is not acknowledged before it is answered: Slack sends it again meanwhile.
    const again = await fake.redeliver();
    const asked = await asking;
    expect([asked.acked, again.acked]).toEqual([true, true]);
    expect(asked.ackMs).toBeGreaterThan(150);
    expect(await readAnswer(fake, asked)).toContain(ANSWER);
    await fake.redeliver(asked.eventId);
    expect(await readThread(fake, asked)).toHaveLength(1);
    expect(fake.deduplicated).toBe(0);
    expect(new Set(incidents.map(({ code }) => code))).toEqual(new Set(['ERR_STORE_PLEIN']));
    await slack.close();
  });
});
