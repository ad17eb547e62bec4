import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer, readEdited, readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

describe.each(['socket', 'http'] as const)('a conversation over %s', (delivery) => {
  let slack: TestBot;
  beforeAll(async () => {
    slack = await startTestBot({ delivery });
  });
  afterAll(() => slack.close());

  it('answers a mention in its thread, with sources, statut and day, and a fallback text', async () => {
    const { fake } = slack;
    const place = await fake.mention({ text: 'Quel est le fonctionnement en taille 3 ?' });
    expect(place.acked).toBe(true);
    const shown = await readAnswer(fake, place);
    expect(shown).toContain('75\u202f000\u00a0€');
    expect(shown).toContain('en vigueur');
    expect(shown).toMatch(/Réponse au \d/);
    const [message] = await readThread(fake, place);
    expect(message?.text).toContain('75\u202f000\u00a0€');
  });

  it('shows what it is doing until the answer is there', async () => {
    const { fake } = slack;
    const { channel, ts } = await fake.mention({ text: 'Quelles sont les missions socles ?' });
    await readThread(fake, { channel, ts });
    const status = fake.statuses(channel).find(({ thread_ts }) => thread_ts === ts);
    expect(status).toMatchObject({ status: 'cherche dans les textes…', clearedBy: 'message' });
  });

  it('shows hypotheses and what was not computed', async () => {
    const { fake } = slack;
    const place = await fake.mention({
      text: 'contrat signé le 10 mai 2022, 85 000 habitants, combien la 1re année ?',
    });
    const shown = await readAnswer(fake, place);
    expect(shown).toContain('Hypothèses');
    expect(shown).toContain('Non calculé');
  });

  it('keeps the facts of a thread, and not those of another', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    expect(await readAnswer(fake, asked)).toContain('287\u202f500\u00a0€');
    await fake.mention({ text: 'et pour une taille 4 ?', thread_ts: asked.ts });
    expect(await readAnswer(fake, asked, 2)).toContain('580\u202f000\u00a0€');
    const other = await fake.mention({ text: 'et pour une taille 4 ?' });
    expect(await readAnswer(fake, other)).not.toContain('580\u202f000\u00a0€');
  });

  it('answers a direct message in its thread, and goes on there', async () => {
    const { fake } = slack;
    const asked = await fake.directMessage({ text: 'On couvre 85 000 habitants, quelle taille ?' });
    expect(await readAnswer(fake, asked)).toContain('taille 3');
    await fake.directMessage({ text: 'et combien pour le fonctionnement ?', thread_ts: asked.ts });
    expect(await readAnswer(fake, asked, 2)).toContain('75\u202f000\u00a0€');
  });

  it('answers an edited direct message again, in the place of the former answer', async () => {
    const { fake } = slack;
    const asked = await fake.directMessage({ text: 'On couvre 85 000 habitants, quelle taille ?' });
    expect(await readAnswer(fake, asked)).toContain('taille 3');
    await fake.editDirectMessage({ ts: asked.ts, text: 'On couvre 58 000 habitants, quelle taille ?' });
    expect(await readEdited(fake, asked, 1)).toContain('taille 2');
    expect(await readThread(fake, asked)).toHaveLength(1);
    // What comes next goes on from the words as they are now.
    await fake.directMessage({ text: 'et combien pour le fonctionnement ?', thread_ts: asked.ts });
    expect(await readAnswer(fake, asked, 2)).toContain('60\u202f000\u00a0€');
  });

  it('answers an edited mention again, in place, and forgets what the former words said', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, asked);
    await fake.mention({ text: 'Quel plafond pour une taille 4 ?', ts: asked.ts, edited: true });
    const shown = await readEdited(fake, asked, 1);
    expect(shown).toContain('580\u202f000\u00a0€');
    expect(shown).not.toContain('287\u202f500\u00a0€');
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('answers a message that is edited to mention it', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quelles sont les missions socles ?', edited: true });
    expect(await readAnswer(fake, asked)).toContain('missions socles');
  });

  it('does not answer an edit that changes no word, such as a preview of a link', async () => {
    const { fake } = slack;
    const text = 'Quelles sont les missions socles ?';
    const asked = await fake.directMessage({ text });
    await readThread(fake, asked);
    await fake.editDirectMessage({ ts: asked.ts, text });
    const next = await fake.directMessage({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, next);
    expect(await readThread(fake, asked)).toMatchObject([{ edits: 0 }]);
  });

  it.each([
    ['a bot', { bot_id: 'B0OTHER', user: 'U0OTHER' }],
    ['itself', { user: 'U0CPTSBOT' }],
    ['an old kind of bot', { subtype: 'bot_message', bot_id: 'B0OTHER', user: 'U0OTHER' }],
  ])('does not answer %s', async (_, author) => {
    const { fake } = slack;
    const ts = `1795300000.${Math.trunc(performance.now())}`;
    const message = { type: 'message', channel: 'D0ALICE', channel_type: 'im', text: 'Quel plafond ?', ts, ...author };
    await fake.sendEvent(message);
    await fake.sendEvent({ ...message, type: 'app_mention', channel: 'C0GENERAL', ts });
    const next = await fake.directMessage({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, next);
    expect(fake.messages().filter(({ thread_ts }) => thread_ts === ts)).toEqual([]);
  });

  it('tells how to ask when it is only named', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: '' });
    expect(await readAnswer(fake, asked)).toContain('Posez votre question');
  });

  it('takes the questions of one thread in turn, however fast they come', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'On a signé le 12 mars 2024' });
    const threadTs = asked.ts;
    await Promise.all([
      fake.mention({ text: 'avec 85 000 habitants', thread_ts: threadTs }),
      fake.mention({ text: 'quelle est notre taille ?', thread_ts: threadTs }),
      fake.mention({ text: 'Quel est le fonctionnement ?', thread_ts: threadTs }),
    ]);
    expect(await readAnswer(fake, asked, 4)).toContain('75\u202f000\u00a0€');
  });

  it('does what no other rule of Slack forbids, and notes no incident', () => {
    expect(slack.fake.violations).toEqual([]);
    expect(slack.incidents).toEqual([]);
  });
});
