import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INSTALLED } from '../testing/installed.ts';
import { createProfil, openHome, press, readWindow } from '../testing/profil-views.ts';
import { readAnswer } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const CHANNELS = [
  { id: 'C0GENERAL', kind: 'channel', member: true },
  { id: 'C0NORD', kind: 'channel', member: true },
  { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
  { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
] as const;

describe('the profile of a community', () => {
  let slack: TestBot;
  beforeAll(async () => {
    slack = await startTestBot({ ...INSTALLED, channels: CHANNELS });
  });
  afterEach(() => slack.fake.assertClean());
  afterAll(() => slack.close());

  it('is made, completed, and serves the questions of its channel, over a restart too', async () => {
    const { fake } = slack;
    const made = await createProfil(fake, {
      nom: 'CPTS du Val',
      population: '85 000 habitants',
      signature: '2024-03-12',
      membres: '45 membres',
      contact: 'Mme Petit, 01 23 45 67 89',
      missions: ['acces-aux-soins', 'prevention'],
    });
    expect(made.texts).toContain('Population\u202f: 85\u202f000 habitants');
    expect(made.texts).toContain('Contact à la CPAM\u202f: Mme Petit, 01 23 45 67 89');

    const next = 'Volet fixe';
    const mission = await press(fake, made, {
      actionId: 'profil-modifier-mission',
      blockId: 'mission-prevention',
      next,
    });
    const filled = { demarrage: '2024-09-01', fixe: '20 000 €', variable: '17 500', resultat: '80 %' };
    expect((await fake.submitView(mission, filled)).outcome).toBe('updated');
    const shown = await readWindow(fake, 'C’est enregistré.');
    expect(shown.texts).toContain(
      'Prévention\u202f: démarrage le 1er\u00a0septembre 2024, volet fixe de 20\u202f000\u00a0€, volet variable de 17\u202f500\u00a0€, volet variable atteint à 80\u202f%',
    );

    const acces = await press(fake, shown, { actionId: 'profil-modifier-acces', next: 'Canaux' });
    expect((await fake.submitView(acces, { canaux: ['C0GENERAL'], espace: null })).outcome).toBe('updated');
    await slack.restart();
    const asked = await fake.mention({ text: 'combien pour le fonctionnement ?', channel: 'C0GENERAL' });
    const answer = await readAnswer(fake, asked);
    // Size 3: 75 000 € a year.
    expect(answer).toContain('75\u202f000\u00a0€ par an');
    expect(answer).toContain('D’après le profil «\u00a0CPTS du Val\u00a0»\u202f: 85\u202f000 habitants.');
    const elsewhere = await fake.mention({ text: 'combien pour le fonctionnement ?', channel: 'C0NORD' });
    expect(await readAnswer(fake, elsewhere)).not.toContain('CPTS du Val');
  });

  it('tells everything that is wrong at once, each under its field, and keeps what was written', async () => {
    const { fake } = slack;
    const form = await press(fake, await openHome(fake), { actionId: 'profil-nouveau', next: 'Nouveau profil' });
    const typed = {
      nom: 'CPTS '.repeat(80),
      population: 'beaucoup',
      signature: '2024-03-12',
      renouvellement: '2023-01-01',
      membres: '-4',
    };
    const { outcome, errors } = await fake.submitView(form, typed);
    expect(outcome).toBe('errors');
    expect(Object.keys(errors).sort()).toEqual(['membres', 'nom', 'population', 'renouvellement']);
    expect(errors.population).toBe(
      '«\u00a0beaucoup\u00a0» n’est pas un nombre\u202f; écrivez par exemple 85\u202f000.',
    );
    expect(fake.view()?.values).toMatchObject({ population: expect.anything() });
    const { errors: size } = await fake.submitView(await readWindow(fake, 'Nouveau profil'), {
      nom: 'CPTS du Nord',
      population: '85000',
      taille: '1',
      renouvellement: null,
      membres: null,
    });
    expect(size.taille).toContain('ne font pas une taille 1');
  });

  it.each([
    ['a rollout before the start', { demarrage: '2025-09-01', deploiement: '2025-01-01' }, 'deploiement'],
    ['a start before the signature', { demarrage: '2023-09-01' }, 'demarrage'],
    ['a share over the whole', { resultat: '120 %' }, 'resultat'],
    ['a share that may be a sum', { resultat: '80' }, 'resultat'],
    ['more euros than the variable part', { variable: '1 000 €', resultat: '2 000 €' }, 'resultat'],
    ['a negative amount', { fixe: '-5 000 €' }, 'fixe'],
    ['an amount in words that are none', { variable: 'pas mal' }, 'variable'],
  ])('refuses in a mission %s', async (_, typed, champ) => {
    const { fake } = slack;
    const home = await openHome(fake);
    const profil = await press(fake, home, { actionId: 'profil-ouvrir', next: 'CPTS du Val' });
    const target = { actionId: 'profil-modifier-mission', blockId: 'mission-acces-aux-soins', next: 'Volet fixe' };
    const { outcome, errors } = await fake.submitView(await press(fake, profil, target), typed);
    expect([outcome, Object.keys(errors)]).toEqual(['errors', [champ]]);
  });

  it('is changed by those who may, and tells the others whom to ask, in their language', async () => {
    const { fake } = slack;
    const made = await createProfil(fake, { nom: 'CPTS du Lac', taille: '2' });
    const acces = await press(fake, made, { actionId: 'profil-modifier-acces', next: 'Canaux' });
    await fake.submitView(acces, { editeurs: ['U0CHLOE'] });
    // She who made it still may; Bob reads it, in English, without a button to change it.
    const own = await readWindow(fake, 'Modifiable par');
    expect(own.texts).toContain('Modifier la communauté');
    const home = await openHome(fake, 'U0BOB');
    expect(home.texts).toContain('Your communities');
    const target = { actionId: 'profil-ouvrir', blockId: findBlock(home, 'CPTS du Lac'), next: 'CPTS du Lac' };
    const read = await press(fake, home, target);
    expect(read.texts).toContain('You can read this profile. To change it, ask a person named above.');
    expect(read.texts).not.toContain('Change the community');
  });

  it('refuses a form of somebody who lost the right while writing', async () => {
    const { fake } = slack;
    const made = await createProfil(fake, { nom: 'CPTS du Pont', taille: '2' });
    const home = await openHome(fake, 'U0BOB');
    await fake.actInView({ view: home, actionId: 'profil-ouvrir', blockId: findBlock(home, 'CPTS du Pont') });
    const before = await readWindow(fake, 'CPTS du Pont', 'U0BOB');
    const form = await press(fake, before, { actionId: 'profil-modifier', next: 'Population covered' });
    const acces = await press(fake, made, { actionId: 'profil-modifier-acces', next: 'Canaux' });
    await fake.submitView(acces, { editeurs: ['U0ALICE'] });
    const { outcome, errors } = await fake.submitView(form, { population: '9' });
    expect([outcome, Object.keys(errors)]).toEqual(['errors', ['nom']]);
    expect(errors.nom).toContain('You can no longer change this profile.');
  });

  it('refuses a form that would undo what another person changed while it was written', async () => {
    const { fake } = slack;
    const made = await createProfil(fake, { nom: 'CPTS du Bac', taille: '2' });
    const own = await press(fake, made, { actionId: 'profil-modifier', next: 'Population couverte' });
    const home = await openHome(fake, 'U0BOB');
    await fake.actInView({ view: home, actionId: 'profil-ouvrir', blockId: findBlock(home, 'CPTS du Bac') });
    const shown = await readWindow(fake, 'CPTS du Bac', 'U0BOB');
    const form = await press(fake, shown, { actionId: 'profil-modifier', next: 'Population covered' });
    expect((await fake.submitView(own, { nom: 'CPTS du Grand Bac' })).outcome).toBe('updated');
    const { outcome, errors } = await fake.submitView(form, { membres: '45' });
    expect([outcome, Object.keys(errors)]).toEqual(['errors', ['nom']]);
    expect(errors.nom).toContain('Someone changed this profile while you were writing');
    expect((await openHome(fake)).texts).toContain('CPTS du Grand Bac');
  });

  it('is deleted, and says so to whoever was writing in it', async () => {
    const { fake } = slack;
    const made = await createProfil(fake, { nom: 'CPTS du Gué', taille: '2' });
    const home = await openHome(fake, 'U0BOB');
    await fake.actInView({ view: home, actionId: 'profil-ouvrir', blockId: findBlock(home, 'CPTS du Gué') });
    const shown = await readWindow(fake, 'CPTS du Gué', 'U0BOB');
    const form = await press(fake, shown, { actionId: 'profil-modifier', next: 'Population covered' });
    await press(fake, made, { actionId: 'profil-supprimer', next: 'Le profil est supprimé.' });
    const { errors } = await fake.submitView(form, { population: '9 000' });
    expect(errors.nom).toContain('deleted in the meantime');
    expect(await openHome(fake)).not.toMatchObject({ texts: expect.arrayContaining(['CPTS du Gué']) });
  });

  it('notes no incident', () => {
    expect(slack.incidents).toEqual([]);
  });
});

/** The block of buttons under a community of the home. */
function findBlock(home: { readonly blocks: readonly unknown[] }, nom: string): string {
  const blocks = home.blocks as readonly { readonly block_id: string }[];
  const at = blocks.findIndex((block) => JSON.stringify(block).includes(nom));
  return blocks[at + 1]?.block_id ?? '';
}
