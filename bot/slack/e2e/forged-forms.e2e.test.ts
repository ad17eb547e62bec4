import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { pack } from '../commandes/estimation/demande.ts';
import { renderPlace } from '../profil/view-place.ts';
import { closeWindows, expectHarmless, LOST, startBesideSecrets } from '../testing/expect-harmless.ts';
import { createProfil, openHome, press, readWindow } from '../testing/profil-views.ts';
import type { TestBot } from '../testing/start-test-bot.ts';
import { waitView } from '../testing/wait-view.ts';

let slack: TestBot;
beforeAll(async () => {
  slack = await startBesideSecrets();
});
afterEach(() => closeWindows(slack));
afterEach(() => slack.fake.assertClean());
afterAll(() => slack.close());

describe('a profile', () => {
  it.each([
    ['x', LOST, 'window'],
    [renderPlace({ id: 'SECRET' }), 'supprimé', 'field'],
  ] as const)('of another workspace is neither shown nor changed by a forged form: %s', async (forged, said, where) => {
    const { fake } = slack;
    await createProfil(fake, { nom: 'CPTS du Val', population: '85 000', signature: '2024-03-12' });
    const form = await press(fake, await readWindow(fake, 'CPTS du Val'), {
      actionId: 'profil-modifier',
      next: 'Population',
    });
    await expectHarmless(slack, () => fake.submitView(form, { nom: 'Volée' }, { forged }), { said, where });
  });

  it.each(['SECRET', '__proto__', ''])(
    'of another workspace is not opened by a forged button: « %s »',
    async (forged) => {
      const { fake } = slack;
      await createProfil(fake, { nom: 'CPTS du Nord', population: '85 000' });
      const home = await openHome(fake);
      const open = home.blocks.findLast((block) => JSON.stringify(block).includes('"profil-ouvrir"'));
      if (!open) throw new Error('no button that opens a profile');
      const act = { view: home, actionId: 'profil-ouvrir', blockId: open.block_id, forged };
      await expectHarmless(slack, () => fake.actInView(act), { said: 'supprimé', where: 'window' });
    },
  );

  it('is not changed by the form of a person without the right', async () => {
    const { fake, store } = slack;
    const profil = Profil.parse({ nom: 'CPTS close', population: 40_000 });
    await store.saveProfil(fake.teamId, { id: 'CLOSE', profil, editeurs: ['U0ALICE'], savedBy: 'U0ALICE' }, 1);
    const own = await createProfil(fake, { nom: 'CPTS de Bob', population: '9 000' }, 'U0BOB');
    const form = await press(fake, own, { actionId: 'profil-modifier', next: 'Population' });
    const forged = renderPlace({ id: 'CLOSE', nouveau: true });
    const send = () => fake.submitView(form, { nom: 'Volée' }, { forged });
    await expectHarmless(slack, send, { said: 'no longer change', where: 'field', user: 'U0BOB' });
  });
});

describe('a digest', () => {
  const right = { jour: 'jeudi', heure: '8h30', fuseau: 'Europe/Paris', horizon: '90', rappels: '30, 7' };

  it.each(['', 'x', pack({ channel: 4 })])('is not kept by a forged form: « %s »', async (forged) => {
    const { fake } = slack;
    await fake.command({ text: 'digest', channel: 'C0GENERAL' });
    const form = await waitView(fake);
    await expectHarmless(slack, () => fake.submitView(form, right, { forged }), { said: LOST, where: 'window' });
  });

  it.each(['', 'x', pack({ channel: 'C0NORD' })])('is not kept by a forged preview: « %s »', async (forged) => {
    const { fake } = slack;
    await createProfil(fake, { nom: 'CPTS du Sud', population: '85 000', signature: '2024-03-12' });
    await closeWindows(slack);
    await fake.command({ text: 'digest', channel: 'C0GENERAL' });
    const form = await waitView(fake);
    await fake.submitView(form, { ...right, canal: ['C0GENERAL'] });
    const preview = await waitView(fake, ({ hash }) => hash !== form.hash);
    await expectHarmless(slack, () => fake.submitView(preview, {}, { forged }), { said: LOST, where: 'window' });
  });
});
