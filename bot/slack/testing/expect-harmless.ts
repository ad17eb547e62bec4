import { expect } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { createReglages } from '#bot/digest/testing/create-reglages.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { listTexts } from './list-texts.ts';
import { startTestBot, type TestBot } from './start-test-bot.ts';

/** Another workspace on the same database, and what it keeps: profile « SECRET », estimate « ESTIME », answer « GARDE ». */
const AUTRE = 'T0AUTRE';
const NOM = 'CPTS des Secrets';
const JOUR = '2026-01-05' as CalendarDate;

/** What is said of a value that is none of ours. */
export const LOST = 'Je ne retrouve plus à quoi ce bouton ou ce formulaire se rapporte';

/** A bot whose database holds the things of another workspace. */
export async function startBesideSecrets(): Promise<TestBot> {
  const slack = await startTestBot({
    channels: [
      { id: 'C0GENERAL', kind: 'channel', member: true },
      { id: 'C0NORD', kind: 'channel', member: true },
      { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
      { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
    ],
  });
  const { store } = slack;
  const by = 'U0ALICE';
  const profil = Profil.parse({ nom: NOM, population: 85_000, signature: '2024-03-12' });
  await store.saveProfil(AUTRE, { id: 'SECRET', profil, editeurs: 'tous', savedBy: by }, 1);
  await store.placeProfil(AUTRE, 'C0GENERAL', 'SECRET', by, 1);
  const estimation = { id: 'ESTIME', nom: NOM, asOf: JOUR, input: '{}', outcome: '{}', savedBy: by, savedAt: 1 };
  await store.saveEstimation(AUTRE, estimation);
  const answer = { id: 'GARDE', user: by, channel: 'C0GENERAL', kind: 'message', receipt: '{}', savedAt: 1 };
  await store.saveAnswer(AUTRE, answer);
  const abonnement = { channel: 'C0GENERAL', reglages: createReglages({}), savedBy: by, prochainJour: JOUR };
  await store.saveAbonnement(AUTRE, { ...abonnement, prochainAt: Number.MAX_SAFE_INTEGER }, 1);
  return slack;
}

/** Where what is told shows. */
export type Where = 'ephemeral' | 'window' | 'field';

/**
 * Does what is forged: one sentence that holds `said` must be told, nothing revealed and nothing changed.
 */
export async function expectHarmless(
  { fake, store, incidents }: TestBot,
  forge: () => Promise<unknown>,
  { said, where, user = 'U0ALICE' }: { readonly said: string; readonly where: Where; readonly user?: string },
): Promise<void> {
  const read = async () =>
    JSON.stringify([await readStore(AUTRE, store), await readStore(fake.teamId, store), fake.messages('C0GENERAL')]);
  const before = await read();
  const heard = fake.ephemerals().length;
  const listTold = (): readonly string[] => {
    if (where === 'window') return fake.view(user)?.texts ?? [];
    if (where === 'field') return Object.values(fake.view(user)?.errors ?? {});
    return fake
      .ephemerals()
      .slice(heard)
      .flatMap(({ blocks, text }) => [text ?? '', ...listTexts(blocks)]);
  };
  await forge();
  await fake.waitFor(() => listTold().some((text) => text.includes(said)), { what: `« ${said} »` });
  expect([...listTold(), ...(fake.view(user)?.texts ?? [])].join('\n')).not.toContain(NOM);
  expect(fake.ephemerals().length).toBeLessThanOrEqual(heard + 1);
  expect(await read()).toBe(before);
  expect(incidents).toEqual([]);
}

/** Closes the windows of these people. */
export async function closeWindows({ fake }: TestBot): Promise<void> {
  for (const user of ['U0ALICE', 'U0BOB']) {
    const open = fake.view(user);
    if (open) await fake.closeView(open, { all: true });
  }
}

async function readStore(team: string, store: TestBot['store']): Promise<unknown> {
  const profils = await store.listProfils(team);
  const ofProfils = profils.map(async ({ id }) => [await store.listMarques(team, id), await store.listLieux(team, id)]);
  const others = [store.listEstimations(team), store.listAbonnements(team), store.listFeedback(team, 'GARDE')];
  return [profils, await Promise.all(ofProfils), await Promise.all<unknown>(others)];
}
