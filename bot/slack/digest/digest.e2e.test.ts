import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { toJourSemaine } from '#bot/digest/calendrier/create-calendrier.ts';
import { loadCalendrierDonnees, loadJours } from '#bot/digest/calendrier/load-calendrier.ts';
import type { Reglages } from '#bot/digest/calendrier/reglages.ts';
import { createReglages } from '#bot/digest/testing/create-reglages.ts';
import { findDay } from '#bot/find-today.ts';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { addDays, addMonths } from '#corpus/law/calendar-date.ts';
import { pack } from '../commandes/estimation/demande.ts';
import { readPlain } from '../testing/list-texts.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const TODAY = findDay(Date.now());
/** Prevention starts a year after the signature: in five days. */
const SIGNATURE = addDays(addMonths(TODAY, -12), 5);
/** Last working day before today: its digest is late by less than a week, whatever the day of the test. */
const { calendrier } = await loadJours(loadCalendrierDonnees());
const HIER = calendrier.toOuvre(addDays(TODAY, -1), 'metropole', 'precedent');
const REGLAGES = createReglages({ rythme: { kind: 'semaine', jour: toJourSemaine(HIER) }, rappels: [] });

/** Block of the buttons of the échéance that comes first. */
const FIRST = 'b3';

let slack: TestBot;
beforeAll(async () => {
  slack = await startTestBot({
    channels: [
      { id: 'C0GENERAL', kind: 'channel', member: true },
      { id: 'C0NORD', kind: 'channel', member: true },
      { id: 'C0IMAGE', kind: 'channel', member: true },
      { id: 'C0PARTI', kind: 'channel', member: true },
      { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
    ],
  });
  const profil = Profil.parse({ nom: 'CPTS du Val', population: 85_000, signature: SIGNATURE });
  await slack.store.saveProfil(team(), { id: 'BFGH', profil, editeurs: 'tous', savedBy: 'U0ALICE' }, 1);
  for (const channel of ['C0GENERAL', 'C0IMAGE', 'C0PARTI'])
    await slack.store.placeProfil(team(), channel, 'BFGH', 'U0ALICE', 1);
});
afterEach(() => slack.fake.assertClean());
afterAll(() => slack.close());

function team(): string {
  return slack.bot.identity.team;
}

const read = (blocks: unknown) => readPlain([{ blocks }]);

/** Subscribes a channel whose last period came some days ago, and wakes the bot up. */
async function deliver(channel: string, changed: Partial<Reglages> = {}): Promise<BotMessage> {
  const before = slack.fake.messages(channel).length;
  const reglages = { ...REGLAGES, ...changed };
  await slack.store.saveAbonnement(
    team(),
    { channel, reglages, savedBy: 'U0ALICE', prochainJour: HIER, prochainAt: 0 },
    1,
  );
  await slack.restart();
  await slack.fake.waitFor(() => slack.fake.messages(channel).length > before, { what: 'a digest' });
  return slack.fake.messages(channel).at(-1) as BotMessage;
}

describe('a digest', () => {
  it('comes to its channel with buttons under each échéance, and is noted', async () => {
    const message = await deliver('C0GENERAL');
    const shown = read(message.blocks);
    for (const said of [
      'Digest du',
      'CPTS du Val',
      'À venir',
      'dans 5 jours : Démarrage de la mission prévention',
      'Fait',
    ]) {
      expect(shown).toContain(said);
    }
    expect(shown).toContain('en vigueur, d’après');
    await expect.poll(async () => (await slack.store.readAbonnement(team(), 'C0GENERAL'))?.dernier?.jour).toBe(TODAY);
    const [envoi] = (await slack.store.listEnvois(team(), 'C0GENERAL')).filter(({ state }) => state === 'envoye');
    expect(envoi?.ts).toBe(message.ts);
    // Nothing more leaves for the same period.
    await slack.restart();
    expect(slack.fake.messages('C0GENERAL')).toHaveLength(1);
  });

  it.each([
    ['echeance-reporter', 'le rappel reviendra le', 'reporte'],
    ['echeance-fait', 'c’est noté, fait le', 'fait'],
    ['echeance-pas-concerne', 'ne vous sera plus rappelée', 'pas-concerne'],
  ])('%s tells what was noted, to her alone', async (actionId, said, kind) => {
    const message = slack.fake.messages('C0GENERAL')[0] as BotMessage;
    const before = slack.fake.ephemerals().length;
    await slack.fake.clickButton({ message, actionId, blockId: FIRST });
    await slack.fake.waitFor(() => slack.fake.ephemerals().length > before, { what: 'a reply' });
    expect(read(slack.fake.ephemerals().at(-1)?.blocks)).toContain(said);
    expect(Object.values(await slack.store.listMarques(team(), 'BFGH')).map((marque) => marque.kind)).toEqual([kind]);
    const [trace] = await slack.store.listTraces(team(), 'BFGH', 1);
    expect(trace).toMatchObject({ by: 'U0ALICE', action: `echeance-${kind}` });
  });

  it.each(['x', pack(['SECRET', 'demarrage-prevention']), pack(['BFGH', '__proto__'])])(
    'marks nothing for a button whose value is forged: %s',
    async (forged) => {
      const message = slack.fake.messages('C0GENERAL')[0] as BotMessage;
      const secret = { id: 'SECRET', profil: Profil.parse({ nom: 'X', signature: SIGNATURE }), savedBy: 'U0ALICE' };
      await slack.store.saveProfil('T0AUTRE', { ...secret, editeurs: 'tous' }, 1);
      const list = () =>
        Promise.all([slack.store.listMarques(team(), 'BFGH'), slack.store.listMarques('T0AUTRE', 'SECRET')]);
      const marques = await list();
      const before = slack.fake.ephemerals().length;
      await slack.fake.clickButton({ message, actionId: 'echeance-fait', blockId: FIRST, forged });
      await slack.fake.waitFor(() => slack.fake.ephemerals().length > before, { what: 'a reply' });
      expect(read(slack.fake.ephemerals().at(-1)?.blocks)).toContain('n’existe plus dans le profil');
      expect(await list()).toEqual(marques);
    },
  );

  it('hands a calendar over', async () => {
    const message = slack.fake.messages('C0GENERAL')[0] as BotMessage;
    await slack.fake.clickButton({ message, actionId: 'echeance-agenda', blockId: FIRST });
    await slack.fake.waitFor(() => slack.fake.files().length > 0, { what: 'a calendar' });
    const [file] = slack.fake.files();
    expect(Buffer.from(file?.bytes ?? []).toString()).toMatch(/BEGIN:VEVENT[\s\S]*UID:[0-9a-f]{32}@cpts-bot/);
  });

  it('joins the calendar of each community in its thread, where that was chosen', async () => {
    await deliver('C0IMAGE', { images: true });
    await slack.fake.waitFor(() => slack.fake.files('C0IMAGE').length > 0, { what: 'a picture' });
    const [digest] = slack.fake.messages('C0IMAGE');
    const [file, ...others] = slack.fake.files('C0IMAGE');
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'calendrier-cpts.png', thread_ts: digest?.ts });
    expect(file?.altText).toContain('CPTS du Val');
  });

  it('stops for a channel that is gone, tells who subscribed, and goes on elsewhere', async () => {
    slack.fake.deleteChannel('C0PARTI');
    const gone = { channel: 'C0PARTI', reglages: REGLAGES, savedBy: 'U0ALICE', prochainJour: HIER, prochainAt: 0 };
    await slack.store.saveAbonnement(team(), gone, 1);
    await slack.restart();
    const isTold = () => read(slack.fake.messages('D0ALICE')).includes('Le digest d’un canal ne part plus');
    await slack.fake.waitFor(isTold, { what: 'a word to her' });
    expect(slack.incidents.map(({ code }) => code)).toContain('ERR_SLACK_CANAL');
    expect(await slack.store.readAbonnement(team(), 'C0PARTI')).toMatchObject({ suspendu: 'ERR_SLACK_CANAL' });
  });
});

describe('/cpts digest', () => {
  function findView() {
    const view = slack.fake.view();
    if (!view) throw new Error('no window');
    return view;
  }

  it('tells what is wrong under each field, shows a preview, subscribes, and stops', async () => {
    const { fake } = slack;
    await fake.command({ text: 'digest', channel: 'C0GENERAL' });
    await fake.waitFor(() => fake.view() !== undefined, { what: 'the form' });
    expect(read(findView().blocks)).toContain('Ce canal reçoit déjà un digest');
    const wrong = { jour: 'lundredi', heure: '25', fuseau: 'Europe/Pariss', horizon: '0', rappels: 'demain' };
    const refused = await fake.submitView(findView(), wrong);
    expect(Object.keys(refused.errors).sort()).toEqual(['fuseau', 'heure', 'horizon', 'jour', 'rappels']);
    expect(refused.errors.fuseau).toContain('Vouliez-vous dire Europe/Paris');
    const right = { jour: 'jeudi', heure: '8h30', fuseau: 'Europe/Paris', horizon: '90', rappels: '30, 7' };
    const unknown = await fake.submitView(findView(), { ...right, canal: ['C0NORD'] });
    expect(unknown.errors.canal).toContain('pas de profil');
    const seen = await fake.submitView(findView(), { ...right, canal: ['C0GENERAL'] });
    expect(seen.outcome).toBe('updated');
    await fake.waitFor(() => read(findView().blocks).includes('Prochain digest'), { what: 'the preview' });
    expect(read(findView().blocks)).toContain('CPTS du Val');
    expect(read(findView().blocks)).toContain('À venir');
    expect(read(findView().blocks)).toContain('08:30 (Europe/Paris)');
    expect((await fake.submitView(findView(), {})).outcome).toBe('updated');
    expect(await slack.store.readAbonnement(team(), 'C0GENERAL')).toMatchObject({
      reglages: { rythme: { kind: 'semaine', jour: 4 }, heure: '08:30', horizonJours: 90, rappels: [30, 7] },
      dernier: { jour: TODAY },
    });
    await fake.closeView(findView());
    await fake.command({ text: 'digest', channel: 'C0GENERAL' });
    await fake.waitFor(() => read(fake.view()?.blocks).includes('Arrêter'), { what: 'the form again' });
    await fake.actInView({ view: findView(), actionId: 'digest-arreter' });
    await fake.waitFor(() => read(findView().blocks).includes('ne recevra plus'), { what: 'the word' });
    expect(await slack.store.readAbonnement(team(), 'C0GENERAL')).toBeUndefined();
  });
});
