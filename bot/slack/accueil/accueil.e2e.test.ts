import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#bot/store/store.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { ShownView } from '#bot/testing/fake-slack/views/views.ts';
import { INSTALLED } from '../testing/installed.ts';
import { listTexts } from '../testing/list-texts.ts';
import { createProfil, openHome, press, readWindow } from '../testing/profil-views.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const CHANNELS = [
  { id: 'C0GENERAL', kind: 'channel', member: true },
  { id: 'C0ELSEWHERE', kind: 'channel', member: false },
  { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
  { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
] as const;

describe('the home', () => {
  let slack: TestBot;
  beforeAll(async () => {
    slack = await startTestBot({ ...INSTALLED, channels: CHANNELS });
  });
  afterEach(() => slack.fake.assertClean());
  afterAll(() => slack.close());

  it('welcomes a newcomer, and says what the bot knows', async () => {
    const { texts } = await openHome(slack.fake);
    expect(texts[0]).toBe('Que puis-je faire pour vous\u202f?');
    expect(texts).toContain('Décrire ma CPTS');
    expect(texts.join('\n')).toMatch(/Textes suivis\u202f: \d+\./u);
    expect(texts.join('\n')).toMatch(/Dernière vérification de l’ensemble\u202f: \d/u);
    expect(texts).toContain('Aucun document importé dans cet espace.');
  });

  it('speaks English to somebody who has set it', async () => {
    const { texts } = await openHome(slack.fake, 'U0BOB');
    expect(texts).toContain('Describe my CPTS');
    expect(texts.join('\n')).not.toMatch(/[éèà]/u);
  });

  it.each([
    ['question', 'dans l’onglet Messages'],
    ['financement', 'Calculer'],
    ['echeances', 'signature'],
    ['verifier', 'Vérifier'],
    ['digest', ''],
    ['aide', '/cpts financement'],
  ])('opens the job « %s »', async (travail, next) => {
    const target = { actionId: `accueil-travail-${travail}`, next };
    const { kind } = await press(slack.fake, await openHome(slack.fake), target);
    expect(kind).toBe('modal');
  });

  it('shows a community with its next deadlines and its last change as soon as it is made', async () => {
    const { fake } = slack;
    await createProfil(fake, { nom: 'CPTS du Val', population: '85000', signature: '2030-03-12' });
    await fake.waitFor(() => fake.home()?.texts.includes('CPTS du Val') ?? false, { what: 'the community' });
    const shown = fake.home()?.texts.join('\n') ?? '';
    // Twelve months after the signature.
    expect(shown).toContain('Prochaines échéances');
    expect(shown).toContain('12\u00a0mars 2031');
    expect(shown).toMatch(/Modifié le \d.+\n par /u);
    const home = await openHome(fake);
    const buttons = home.blocks.flatMap((block) =>
      JSON.stringify(block).includes('profil-ouvrir') ? [block.block_id] : [],
    );
    const [blockId = ''] = buttons;
    const echeances = await press(fake, home, { actionId: 'accueil-travail-echeances', blockId, next: 'Échéances' });
    expect(echeances.texts.join('\n')).toContain('11\u00a0mars 2035');
  });

  it('turns its pages when there are many communities, within the blocks that Slack takes', async () => {
    const { fake } = slack;
    const names = ['Aix', 'Brest', 'Caen', 'Dax', 'Evry', 'Foix', 'Gap', 'Hem', 'Iton', 'Jura'];
    for (const nom of names) await createProfil(fake, { nom: `CPTS ${nom}`, taille: '2' });
    const first = await openHome(fake);
    expect(first.texts).toContain('CPTS Aix');
    expect(first.texts).not.toContain('CPTS Jura');
    expect(first.blocks.length).toBeLessThan(100);
    await fake.actInView({ view: first, actionId: 'accueil-page-apres' });
    await fake.waitFor(() => fake.home()?.texts.includes('CPTS Jura') ?? false, { what: 'the next page' });
    expect(fake.home()?.texts).toContain('Précédentes');
  });

  it('notes no incident', () => {
    expect(slack.incidents).toEqual([]);
  });
});

describe('the windows when something fails', () => {
  let slack: TestBot;
  let failing: Partial<Store> = {};
  beforeAll(async () => {
    const wrapStore = (store: Store) =>
      new Proxy(store, { get: (target, name) => Reflect.get(failing, name) ?? Reflect.get(target, name) });
    slack = await startTestBot({ ...INSTALLED, channels: CHANNELS, wrapStore });
  });
  afterEach(() => {
    failing = {};
    slack.fake.takeViolations();
  });
  afterAll(() => slack.close({ expected: true }));

  it('keeps the form open with what was written when the database is locked by another process', async () => {
    const { fake } = slack;
    const form = await press(fake, await openHome(fake), { actionId: 'profil-nouveau', next: 'Nouveau profil' });
    const other = new DatabaseSync(join(slack.dataDir, 'cpts-bot.sqlite'));
    other.exec('begin immediate');
    const sent = await fake.submitView(form, { nom: 'CPTS du Bois', taille: '2' });
    expect(sent.outcome).toBe('errors');
    expect(sent.ackMs).toBeLessThan(3000);
    expect(sent.errors.nom).toContain('rien de ce que vous avez écrit n’est perdu');
    other.exec('rollback');
    other.close();
    expect((await fake.submitView(await readWindow(fake, 'Nouveau profil'))).outcome).toBe('updated');
    expect(fake.view()?.texts).toContain('CPTS du Bois');
    expect(slack.incidents.at(-1)?.code).toBe('ERR_STORE_OCCUPE');
  });

  it('tells in her own conversation that a window came too late, once', async () => {
    const { fake } = slack;
    const home = await openHome(fake);
    fake.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const before = fake.messages('D0ALICE').length;
    await fake.actInView({ view: home, actionId: 'profil-nouveau' });
    await fake.waitFor(() => fake.messages('D0ALICE').length > before, { what: 'the sentence' });
    expect(fake.messages('D0ALICE').at(-1)?.text).toBe(
      'Slack n’a pas ouvert la fenêtre à temps. Cliquez encore une fois.',
    );
    expect(slack.incidents.at(-1)?.code).toBe('ERR_SLACK_TROP_TARD');
  });

  it('shows the home without the profiles when they cannot be read', async () => {
    failing = { listProfils: () => Promise.reject(new Error('broken')) };
    const { texts } = await openHome(slack.fake);
    expect(texts.join('\n')).toContain('Je ne peux pas montrer les profils pour le moment');
    expect(texts).toContain('Poser une question');
  });

  it('opens the window of a profile within a second of the click', async () => {
    const { fake } = slack;
    const home = await openHome(fake);
    const started = performance.now();
    await press(fake, home, { actionId: 'profil-nouveau', next: 'Nouveau profil' });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('opens by command where the bot is no member: that of the workspace, of the channel, the choice between two', async () => {
    const { fake } = slack;
    const common = await command(fake, 'CPTS du Bois');
    const form = await press(fake, common, { actionId: 'profil-nouveau', next: 'Population couverte' });
    await fake.submitView(form, { nom: 'CPTS du Nord', taille: '1' });
    const shown = await command(fake, 'CPTS du Nord');
    expect(shown.texts).toContain('Les questions de ce canal sont lues avec ce profil');
    const second = await press(fake, shown, { actionId: 'profil-nouveau', next: 'Nouveau profil' });
    await fake.submitView(second, { nom: 'CPTS du Sud', taille: '2' });
    const choice = await command(fake, 'Plusieurs profils servent ici.');
    // The last one made is the first of its channel.
    expect(choice.texts.filter((text) => text.startsWith('CPTS'))).toEqual([
      'CPTS du Sud (lu avec les questions)',
      'CPTS du Nord',
    ]);
    const north = choice.blocks.find((block) => JSON.stringify(block).includes('CPTS du Nord'));
    const target = { actionId: 'profil-ouvrir', blockId: north?.block_id ?? '', next: 'Utiliser dans ce canal' };
    await press(fake, await press(fake, choice, target), { actionId: 'profil-lire-ici', next: 'C’est enregistré.' });
    const asked = await fake.command({ text: 'combien pour le fonctionnement ?', channel: 'C0ELSEWHERE' });
    await fake.waitFor(() => asked.responses().length > 0, { what: 'the reply' });
    // Size 1: 50 000 € a year.
    const reply = listTexts(asked.responses().at(-1)?.blocks).join('\n');
    expect(reply).toContain('50\u202f000\u00a0€ par an');
    expect(reply).toContain('D’après le profil «\u00a0CPTS du Nord\u00a0»\u202f: taille 1.');
  });
});

/** `/cpts profil` in a channel, and the window that it opens. */
async function command(fake: FakeSlack, next: string): Promise<ShownView> {
  const open = fake.view();
  if (open) await fake.closeView(open, { all: true });
  await fake.command({ text: 'profil', channel: 'C0ELSEWHERE' });
  return readWindow(fake, next);
}
