import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlain } from '#bot/slack/testing/list-texts.ts';
import type { Ephemeral } from '#bot/testing/fake-slack/workspace.ts';
import { openDesk } from '../testing/open-desk.ts';
import { ESTIMATION_ACTIONS } from './render-resultat.ts';

const desk = openDesk();
const { findView, readView, run, waitEphemeral, waitView } = desk;

describe('/cpts financement', () => {
  it('computes from the words, to the asker alone, with what can be done of it', async () => {
    const { shown, reply, asked } = await run('financement 85 000 hab signé 12/03/2024 année 2 bleu');
    expect(asked.acked).toBe(true);
    expect(reply.kind).toBe('ephemeral');
    for (const said of [
      'Financement d’une CPTS de taille 3, année de contrat 2',
      'Je n’ai pas compris « bleu »',
      'Total : 75 000 €',
      'Versements',
      'Non calculé',
      'Sources',
      'Réponse au',
      'Partager dans le canal',
      'Comparer',
      'Détail du calcul',
      'Enregistrer l’estimation',
      'Télécharger en PDF',
      'Télécharger en CSV',
    ]) {
      expect(shown).toContain(said);
    }
  });

  it('opens a form when something is missing, and says what', async () => {
    await desk.slack.fake.command({ text: 'financement' });
    expect(readView()).toContain('Donnez la population ou la taille');
    await desk.slack.fake.closeView(findView());
    await desk.slack.fake.command({ text: 'financement signé le 12/03/2024 année 2' });
    expect(readView()).toContain('combien d’habitants');
    await desk.slack.fake.closeView(findView());
  });

  it('tells each wrong field under it, keeps the form, then answers', async () => {
    const { fake } = desk.slack;
    await fake.command({ text: 'financement' });
    const wrong = await fake.submitView(findView(), {
      population: 'beaucoup',
      membres: '-3',
      signature: '2024-03-12',
      renouvellement: '2024-06-01',
    });
    expect(Object.keys(wrong.errors).sort()).toEqual(['population']);
    const others = await fake.submitView(findView(), { population: '85 000', membres: '-3' });
    expect(Object.keys(others.errors).sort()).toEqual(['membres', 'renouvellement']);
    expect(others.errors.renouvellement).toContain('précède le terme');
    const before = fake.ephemerals().length;
    const done = await fake.submitView(findView(), { membres: '45', renouvellement: null, annee: '2' });
    expect(done.outcome).toBe('closed');
    expect(await waitEphemeral(before)).toContain('Total : 75 000 €');
  });

  it('shows the day of a mission as soon as it is ticked, under the same words', async () => {
    const { fake } = desk.slack;
    await fake.command({ text: 'financement' });
    await fake.fillView(findView(), { population: '85 000', missions: ['prevention'] });
    await fake.waitFor(() => readView().includes('Mission prévention : démarrée le'), {
      what: 'the field of the mission',
    });
    const wrong = await fake.submitView(findView(), {
      signature: '2024-03-12',
      'demarrage-prevention': '2024-01-01',
      annee: '1',
    });
    expect(wrong.errors['demarrage-prevention']).toContain('ne peut pas démarrer');
    const before = fake.ephemerals().length;
    await fake.submitView(findView(), { 'demarrage-prevention': '2024-09-12' });
    expect(await waitEphemeral(before)).toContain('Prorata en jours');
  });

  it('gives both readings at a threshold, and a month of signature', async () => {
    expect((await run('financement 80 000 habitants')).shown).toMatch(/En taille 2[\s\S]*En taille 3/);
    const { shown } = await run('financement taille 1 signée en septembre 2022 année 1');
    expect(shown).toContain('Pour une signature du 1er septembre 2022 au 29 septembre 2022');
    expect(shown).toContain('le jour exact de la signature n’est pas donné');
  });

  it('says it when no rule held that day', async () => {
    expect((await run('financement taille 2 au 1er mars 2018')).shown).toContain('n’était pas encore en vigueur');
  });

  it('answers in English to a person who has set it', async () => {
    const { shown } = await run('funding 85,000 inhabitants signed 12 March 2024 year 2', { user: 'U0BOB' });
    expect(shown).toContain('Total: €75,000');
    expect(shown).toContain('Download as PDF');
  });
});

describe('under an estimate', () => {
  let message: Ephemeral;
  beforeAll(async () => {
    message = (await run('financement 85 000 hab signé 12/03/2024 année 2 prévention 20 000 €')).reply;
  });
  const click = (actionId: string) => desk.slack.fake.clickButton({ message, actionId });

  it('shows every step with its text', async () => {
    await click(ESTIMATION_ACTIONS.detail);
    expect(await waitView('avance : ')).toMatch(/avance : 20 000 € × 75 % = 15 000 €[\s\S]*montant de votre contrat/);
    await desk.slack.fake.closeView(findView());
  });

  it('opens one window for a double click', async () => {
    const before = desk.slack.fake.calls.filter(({ method }) => method === 'views.open').length;
    await Promise.all([click(ESTIMATION_ACTIONS.modifier), click(ESTIMATION_ACTIONS.modifier)]);
    expect(await waitView('Donnez la population')).toContain('Mission prévention : démarrée le');
    expect(desk.slack.fake.calls.filter(({ method }) => method === 'views.open').length).toBe(before + 1);
    await desk.slack.fake.closeView(findView());
  });

  it('keeps it under a name, then compares with it, with another day or another size', async () => {
    const { fake } = desk.slack;
    await click(ESTIMATION_ACTIONS.enregistrer);
    await waitView('Nom de l’estimation');
    const long = await fake.submitView(findView(), { nom: 'x'.repeat(400) });
    expect(long.errors.nom).toContain('400 caractères');
    const before = fake.ephemerals().length;
    await fake.submitView(findView(), { nom: 'Budget à voter' });
    expect(await waitEphemeral(before)).toContain('enregistré sous « Budget à voter »');

    const other = (await run('financement taille 1 signé 12/03/2024 année 2')).reply;
    await fake.clickButton({ message: other, actionId: ESTIMATION_ACTIONS.comparer });
    await waitView('Une autre date');
    expect((await fake.submitView(findView())).errors.jour).toContain('Choisissez une date');
    // A contract year follows the law of its first day: another day would compare the estimate with itself.
    expect((await fake.submitView(findView(), { jour: '2025-06-01' })).errors.jour).toContain('rien ne changerait');
    await fake.fillView(findView(), { jour: null });
    const saved = /"value":"([A-Z]+)"/.exec(JSON.stringify(findView().blocks))?.[1] ?? '';
    await fake.submitView(findView(), { estimation: saved });
    expect(readView()).toContain('taille 1');
    expect(readView()).toContain('85 000 habitants');
    await fake.closeView(findView());
  });

  it('hands the trace over in the asker’s own conversation, once, as PDF and as CSV', async () => {
    const { fake } = desk.slack;
    await Promise.all([click(ESTIMATION_ACTIONS.pdf), click(ESTIMATION_ACTIONS.pdf)]);
    await fake.waitFor(() => fake.files().length > 0, { what: 'the PDF' });
    await click(ESTIMATION_ACTIONS.csv);
    await fake.waitFor(() => fake.files().length > 1, { what: 'the CSV' });
    const [pdf, csv, ...others] = fake.files();
    expect(others).toEqual([]);
    expect(pdf).toMatchObject({ channel: 'D0ALICE' });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf?.bytes ?? [])), { mergePages: true });
    expect(text.replaceAll(/\s+/g, ' ')).toContain('volet fixe de votre contrat : 20 000 €');
    expect(Buffer.from(csv?.bytes ?? []).toString()).toContain('\uFEFFPartie;Élément;Valeur;Précision');
  });

  it('shares it once, with the name of who shares it; after a restart too', async () => {
    const { fake } = desk.slack;
    const before = fake.messages('C0GENERAL').length;
    await desk.slack.restart();
    await Promise.all([click(ESTIMATION_ACTIONS.partager), click(ESTIMATION_ACTIONS.partager)]);
    await fake.waitFor(() => fake.messages('C0GENERAL').length > before, { what: 'the shared estimate' });
    const shared = fake.messages('C0GENERAL').slice(before);
    expect(readPlain(shared)).toContain('a partagé cette estimation');
    expect(JSON.stringify(shared[0]?.blocks)).toContain('"user_id":"U0ALICE"');
    expect(shared).toHaveLength(1);
    const told = fake.ephemerals().length;
    await click(ESTIMATION_ACTIONS.partager);
    await fake.waitFor(() => fake.ephemerals().length > told, { what: 'a word on the click too many' });
    expect(readPlain(fake.ephemerals().slice(told))).toContain('Ce partage a déjà été demandé');
    expect(fake.messages('C0GENERAL').slice(before)).toHaveLength(1);
  });

  it('shares where the bot is not a member', async () => {
    const { reply } = await run('financement taille 2', { channel: 'C0ELSEWHERE' });
    await desk.slack.fake.clickButton({ message: reply, actionId: ESTIMATION_ACTIONS.partager });
    await desk.slack.fake.waitFor(() => desk.slack.fake.messages('C0ELSEWHERE').length > 0, {
      what: 'the shared estimate',
    });
    expect(readPlain(desk.slack.fake.messages('C0ELSEWHERE'))).toContain('a partagé cette estimation');
    // Trying to post first is how it learns that it is no member.
    desk.slack.fake.takeViolations();
  });
});

describe('the journal', () => {
  it('notes no incident but the channel where the bot is not', () => {
    expect(desk.slack.incidents.filter(({ code }) => code !== 'ERR_SLACK_CANAL')).toEqual([]);
  });
});
