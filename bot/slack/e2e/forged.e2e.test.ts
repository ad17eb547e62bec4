import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { createReglages } from '#bot/digest/testing/create-reglages.ts';
import { findDay } from '#bot/find-today.ts';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { pack } from '../commandes/demande.ts';
import { renderPlace } from '../profil/view-place.ts';
import { INSTALLED } from '../testing/installed.ts';
import { listTexts } from '../testing/list-texts.ts';
import { createProfil, press, readWindow } from '../testing/profil-views.ts';
import { readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';
import { waitView } from '../testing/wait-view.ts';

/** Another workspace on the same database, and what it keeps. */
const AUTRE = 'T0AUTRE';
const SECRET = 'CPTS des Secrets';
const TODAY = findDay(Date.now());
const LOST = 'Je ne retrouve plus à quoi ce bouton ou ce formulaire se rapporte';
const FORGED_TEXTS = ['', 'x', '%%%', '"><script>', 'Z'.repeat(1900), pack(['a', 'b', 'c']), pack({ channel: 4 })];

let slack: TestBot;
beforeAll(async () => {
  slack = await startTestBot({
    ...INSTALLED,
    channels: [
      { id: 'C0GENERAL', kind: 'channel', member: true },
      { id: 'C0NORD', kind: 'channel', member: true },
      { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
      { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
    ],
  });
  const { store } = slack;
  const profil = Profil.parse({ nom: SECRET, population: 85_000, signature: '2024-03-12' });
  await store.saveProfil(AUTRE, { id: 'SECRET', profil, editeurs: 'tous', savedBy: 'U0ALICE' }, 1);
  await store.placeProfil(AUTRE, 'C0GENERAL', 'SECRET', 'U0ALICE', 1);
  const estimation = { id: 'ESTIME', nom: SECRET, asOf: TODAY, input: '{}', outcome: '{}', savedBy: 'U0ALICE' };
  await store.saveEstimation(AUTRE, { ...estimation, savedAt: 1 });
  const kept = { id: 'GARDE', user: 'U0ALICE', channel: 'C0GENERAL', kind: 'message', receipt: '{}', savedAt: 1 };
  await store.saveAnswer(AUTRE, kept);
  const abonnement = { channel: 'C0GENERAL', reglages: createReglages({}), savedBy: 'U0ALICE' };
  await store.saveAbonnement(AUTRE, { ...abonnement, prochainJour: TODAY, prochainAt: Number.MAX_SAFE_INTEGER }, 1);
});
afterEach(() => slack.fake.assertClean());
afterAll(() => slack.close());

/** All that the store keeps of either workspace. */
async function readStore(): Promise<string> {
  const { store, fake } = slack;
  const all = [AUTRE, fake.teamId].map(async (team) => {
    const profils = await store.listProfils(team);
    return [
      profils,
      await Promise.all(profils.map(({ id }) => store.listMarques(team, id))),
      await Promise.all(profils.map(({ id }) => store.listLieux(team, id))),
      await store.listEstimations(team),
      await store.listAbonnements(team),
      await store.listFeedback(team, 'GARDE'),
    ];
  });
  return JSON.stringify(await Promise.all(all));
}

/** What somebody was told since. */
function listSaid(): readonly string[] {
  const { fake } = slack;
  const windows = ['U0ALICE', 'U0BOB'].flatMap((user) => fake.view(user)?.texts ?? []);
  return [...fake.ephemerals().flatMap(({ text }) => text ?? []), ...fake.messages('D0ALICE').map(String), ...windows];
}

/** Does what is forged; it must tell one sentence that holds `said`, reveal nothing and change nothing. */
async function expectHarmless(forge: () => Promise<unknown>, said: string, found = listSaid): Promise<void> {
  const { fake } = slack;
  const [before, posted] = [await readStore(), fake.messages('C0GENERAL').length];
  const told = fake.ephemerals().length;
  await forge();
  await fake.waitFor(
    () =>
      found()
        .slice(0)
        .some((text) => text.includes(said)),
    { what: `« ${said} »` },
  );
  expect(await readStore()).toBe(before);
  expect(fake.messages('C0GENERAL')).toHaveLength(posted);
  expect(fake.ephemerals().length - told).toBeLessThanOrEqual(1);
  expect(listSaid().join('\n')).not.toContain(SECRET);
  expect(slack.incidents).toEqual([]);
}

const tellLast = () =>
  slack.fake
    .ephemerals()
    .slice(-1)
    .flatMap(({ text }) => text ?? []);

async function ask(text: string): Promise<BotMessage> {
  const [message] = await readThread(slack.fake, await slack.fake.mention({ text }));
  if (!message) throw new Error('no answer');
  return message;
}

describe('a button under an answer whose value is forged', () => {
  it.each(FORGED_TEXTS)('says in one sentence that « %s » is not known', async (forged) => {
    const message = await ask('combien ma cpts va toucher cette année ?');
    await expectHarmless(
      () => slack.fake.clickButton({ message, actionId: 'choix-taille-ppp', forged }),
      LOST,
      tellLast,
    );
  });

  it.each(['taille-GARDE-ppp', 'population-GARDE-'])(
    'does not reopen an answer of another workspace: %s',
    async (forged) => {
      const { fake } = slack;
      const message = await ask('combien ma cpts va toucher cette année ?');
      if (forged.startsWith('taille')) {
        const click = () => fake.clickButton({ message, actionId: 'choix-taille-ppp', forged });
        return expectHarmless(click, 'Je n’ai plus cette réponse', tellLast);
      }
      await fake.clickButton({ message, actionId: 'choix-population', forged });
      const view = await waitView(fake);
      const sent = () => fake.submitView(view, { population: '85 000' });
      await expectHarmless(sent, 'Je n’ai plus cette réponse', tellLast);
    },
  );

  it('does not know a size that there is not', async () => {
    const message = await ask('combien ma cpts va toucher cette année ?');
    const forged = `taille-GARDE-${'p'.repeat(700)}`;
    await expectHarmless(
      () => slack.fake.clickButton({ message, actionId: 'choix-taille-ppp', forged }),
      LOST,
      tellLast,
    );
  });

  it('takes no feedback on an answer of another workspace, nor explains it', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?');
    for (const forged of ['utile-GARDE', 'pas-utile-GARDE']) {
      const choose = () => fake.choose({ message, actionId: 'avis-reponse', value: '', forged });
      await expectHarmless(choose, 'Je n’ai plus cette réponse', tellLast);
    }
    await expectHarmless(
      () => fake.choose({ message, actionId: 'avis-reponse', value: '', forged: 'rien' }),
      LOST,
      tellLast,
    );
    await expectHarmless(() => fake.clickButton({ message, actionId: 'pourquoi', forged: 'GARDE' }), 'Je n’ai plus');
    const open = fake.view();
    if (open) await fake.closeView(open);
    await expectHarmless(() => fake.clickButton({ message, actionId: 'pourquoi', forged: '4 2' }), LOST, tellLast);
  });

  it('keeps no comment on an answer of another workspace', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?');
    const [value = ''] = /pas-utile-[A-Z]+/.exec(JSON.stringify(message.blocks)) ?? [];
    await fake.choose({ message, actionId: 'avis-reponse', value });
    const view = await waitView(fake);
    await expectHarmless(() => fake.submitView(view, { commentaire: 'Rien.' }, { forged: 'GARDE' }), LOST);
    await closeAll();
  });

  it('does not tell elsewhere what was answered in another channel', async () => {
    const { fake } = slack;
    const [there] = await readThread(
      fake,
      await fake.mention({ text: 'Quel plafond pour une taille 1 ?', channel: 'C0NORD' }),
    );
    const [forged = ''] = /(?<=pas-utile-)[A-Z]+/.exec(JSON.stringify(there?.blocks)) ?? [];
    const message = await ask('Quel plafond pour une taille 2 ?');
    await expectHarmless(() => fake.clickButton({ message, actionId: 'pourquoi', forged }), 'Je n’ai plus');
    await closeAll();
  });
});

async function closeAll(): Promise<void> {
  for (const user of ['U0ALICE', 'U0BOB']) {
    const open = slack.fake.view(user);
    if (open) await slack.fake.closeView(open, { all: true });
  }
}

describe('an estimate whose value is forged', () => {
  it('is not known, whatever is asked of it', async () => {
    const { fake } = slack;
    await fake.command({ text: 'financement 85 000 habitants signé le 12/03/2024', channel: 'C0GENERAL' });
    await fake.waitFor(() => fake.ephemerals().some(({ blocks }) => JSON.stringify(blocks).includes('estimation-')), {
      what: 'the estimate',
    });
    const message = fake.ephemerals().findLast(({ blocks }) => JSON.stringify(blocks).includes('estimation-'));
    if (!message) throw new Error('no estimate');
    const actions = [...JSON.stringify(message.blocks).matchAll(/"action_id":"(estimation-[a-z-]+)"/g)];
    expect(actions.length).toBeGreaterThan(5);
    for (const [, actionId = ''] of actions) {
      for (const forged of ['x', pack({ input: { missions: [] }, asOf: TODAY, today: TODAY, surplus: 1 })]) {
        const click = () => fake.clickButton({ message, actionId, forged });
        await expectHarmless(click, 'Je ne retrouve', tellLast);
      }
    }
  });

  it('sends no form that carries nothing of ours', async () => {
    const { fake } = slack;
    await fake.command({ text: 'financement', channel: 'C0GENERAL' });
    const view = await waitView(fake);
    await expectHarmless(() => fake.submitView(view, { population: '85 000' }, { forged: pack({ retour: {} }) }), LOST);
    await closeAll();
  });
});

describe('a profile', () => {
  it('of another workspace is neither shown nor changed by a forged form', async () => {
    const { fake } = slack;
    const made = await createProfil(fake, { nom: 'CPTS du Val', population: '85 000', signature: '2024-03-12' });
    for (const forged of ['x', renderPlace({ id: 'SECRET' })]) {
      const form = await press(fake, made, { actionId: 'profil-modifier-communaute', next: 'Population' });
      const send = () => fake.submitView(form, { nom: 'Volée' }, { forged });
      const found = () => [...listSaid(), ...Object.values(fake.view()?.errors ?? {})];
      await expectHarmless(send, forged === 'x' ? LOST : 'a été supprimé', found);
      await closeAll();
      if (forged === 'x') await fake.command({ text: 'profil', channel: 'C0GENERAL' });
    }
  });

  it('is not changed by the form of a person without the right', async () => {
    const { fake, store } = slack;
    const profil = Profil.parse({ nom: 'CPTS close', population: 40_000 });
    const saved = { id: 'CLOSE', profil, editeurs: ['U0ALICE'], savedBy: 'U0ALICE' };
    await store.saveProfil(fake.teamId, saved, 1);
    await createProfil(fake, { nom: 'CPTS de Bob', population: '9 000' }, 'U0BOB');
    const own = await readWindow(fake, 'CPTS de Bob', 'U0BOB');
    const form = await press(fake, own, { actionId: 'profil-modifier-communaute', next: 'Population' });
    const send = () => fake.submitView(form, { nom: 'Volée' }, { forged: renderPlace({ id: 'CLOSE', nouveau: true }) });
    await expectHarmless(send, 'personnes nommées', () => Object.values(fake.view('U0BOB')?.errors ?? {}));
    await closeAll();
  });
});

describe('a digest', () => {
  it('is neither kept nor stopped by what is forged', async () => {
    const { fake } = slack;
    const reglages = createReglages({});
    await fake.command({ text: 'digest', channel: 'C0GENERAL' });
    const form = await waitView(fake);
    const right = { jour: 'jeudi', heure: '8h30', fuseau: 'Europe/Paris', horizon: '90', rappels: '30, 7' };
    await expectHarmless(() => fake.submitView(form, right, { forged: 'x' }), LOST);
    await closeAll();
    await fake.command({ text: 'digest', channel: 'C0GENERAL' });
    await fake.submitView(await waitView(fake), { ...right, canal: ['C0GENERAL'] });
    const preview = await waitView(fake, ({ title }) => title === 'Aperçu');
    const forged = pack({ channel: 'C0AILLEURS', reglages });
    await expectHarmless(() => fake.submitView(preview, {}, { forged }), LOST);
    await closeAll();
  });
});

describe('an échéance', () => {
  it('of a profile of another workspace is not marked', async () => {
    const { fake, store } = slack;
    await store.placeProfil(fake.teamId, 'C0GENERAL', 'CLOSE', 'U0ALICE', 1);
    const hier = { prochainJour: TODAY, prochainAt: 0 };
    const [own] = await store.listProfils(fake.teamId);
    expect(own).toBeDefined();
    await store.saveAbonnement(
      fake.teamId,
      { channel: 'C0GENERAL', reglages: createReglages({}), savedBy: 'U0ALICE', ...hier },
      1,
    );
    await slack.restart();
    const find = () =>
      fake.messages('C0GENERAL').findLast(({ blocks }) => JSON.stringify(blocks).includes('echeance-fait'));
    await fake.waitFor(() => find() !== undefined, { what: 'a digest' });
    const message = find() as BotMessage;
    const [, blockId = ''] =
      /"block_id":"([^"]+)"[^[]*"elements":\[\{"type":"button","action_id":"echeance-fait"/.exec(
        JSON.stringify(message.blocks),
      ) ?? [];
    for (const forged of ['x', pack(['SECRET', 'demarrage-prevention']), pack(['CLOSE', '__proto__'])]) {
      const found = () =>
        fake
          .ephemerals()
          .slice(-1)
          .flatMap(({ blocks }) => listTexts(blocks));
      await expectHarmless(
        () => fake.clickButton({ message, actionId: 'echeance-fait', blockId, forged }),
        'n’existe plus',
        found,
      );
    }
  });
});
