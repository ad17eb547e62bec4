import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { readAnswer } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

let slack: TestBot;

beforeEach(async () => {
  slack = await startTestBot();
});
afterEach(() => slack.close());

async function open(user: string) {
  const before = slack.fake.prompts().length;
  await slack.fake.openHome({ user, tab: 'messages' });
  await slack.fake.waitFor(() => slack.fake.prompts().length > before, { what: 'the prompts' });
  return slack.fake.prompts().at(-1)?.prompts ?? [];
}

describe('the questions that are offered', () => {
  it('are the general ones, in the language of the person', async () => {
    expect((await open('U0ALICE')).map(({ title }) => title)).toEqual([
      'Financement',
      'Missions',
      'Taille',
      'Échéances',
    ]);
    expect((await open('U0BOB')).map(({ title }) => title)).toEqual(['Funding', 'Missions', 'Size', 'Deadlines']);
  });

  it.each(['U0ALICE', 'U0BOB'])('are those of the community first, and are all answered: %s', async (user) => {
    const { fake } = slack;
    const profil = {
      nom: 'CPTS du Val',
      population: 85_000,
      signature: '2024-03-12' as CalendarDate,
      missions: { 'acces-aux-soins': { demarrage: '2024-06-01' as CalendarDate }, parcours: {} },
    };
    const saved = { id: 'BFGHJK', profil, editeurs: 'tous', savedBy: user } as const;
    await slack.store.saveProfil(fake.teamId, saved, Date.now());
    await slack.store.placeProfil(fake.teamId, 'espace', 'BFGHJK', user, Date.now());
    const prompts = await open(user);
    expect(prompts).toHaveLength(4);
    expect(prompts[2]?.title).toMatch(/^(?:Démarrer|Start) .*parcours|pathway/u);
    for (const { message } of prompts) {
      const asked = await fake.directMessage({ text: message, user });
      expect(await readAnswer(fake, asked)).toMatch(/Sources\n\[1\]/u);
    }
  });
});
