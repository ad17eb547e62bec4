import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BotMessage, Ephemeral } from '#bot/testing/fake-slack/workspace.ts';
import { listTexts } from '../testing/list-texts.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';
import { ESTIMATION_ACTIONS } from './render-resultat.ts';

let slack: TestBot;
beforeAll(async () => {
  slack = await startTestBot({
    channels: [
      { id: 'C0GENERAL', kind: 'channel', member: true },
      { id: 'C0ELSEWHERE', kind: 'channel', member: false },
      { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
      { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
    ],
  });
});
afterEach(() => slack.fake.assertClean());
afterAll(() => slack.close());

/** Runs a command and gives what the asker reads, once there is a reply. */
async function run(text: string, place: { channel?: string; user?: string } = {}) {
  const { fake } = slack;
  const asked = await fake.command({ text, ...place });
  await fake.waitFor(() => asked.responses().length > 0, { what: `the reply to « ${text} »` });
  const replies = asked.responses();
  return { asked, replies, reply: replies.at(-1) as Ephemeral, shown: read(replies) };
}

function read(messages: readonly (BotMessage | Ephemeral)[]): string {
  return messages
    .map(({ blocks }) => listTexts(blocks).join('\n'))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** What a person reads of the window on her screen. */
function readView(user = 'U0ALICE'): string {
  return listTexts(slack.fake.view(user)?.blocks)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

function findView(user = 'U0ALICE') {
  const view = slack.fake.view(user);
  if (!view) throw new Error('no window');
  return view;
}

/** Waits for a window that says something. */
async function waitView(said: string): Promise<string> {
  await slack.fake.waitFor(() => readView().includes(said), { what: `a window with « ${said} »` });
  return readView();
}

async function lastEphemeral(count: number): Promise<string> {
  await slack.fake.waitFor(() => slack.fake.ephemerals().length > count, { what: 'a reply to the asker' });
  return read(slack.fake.ephemerals().slice(count));
}

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
    await slack.fake.command({ text: 'financement' });
    expect(readView()).toContain('Donnez la population ou la taille');
    await slack.fake.closeView(findView());
    await slack.fake.command({ text: 'financement signé le 12/03/2024 année 2' });
    expect(readView()).toContain('combien d’habitants');
    await slack.fake.closeView(findView());
  });

  it('tells each wrong field under it, keeps the form, then answers', async () => {
    const { fake } = slack;
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
    expect(await lastEphemeral(before)).toContain('Total : 75 000 €');
  });

  it('shows the day of a mission as soon as it is ticked, under the same words', async () => {
    const { fake } = slack;
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
    expect(await lastEphemeral(before)).toContain('Prorata en jours');
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
  const click = (actionId: string) => slack.fake.clickButton({ message, actionId });

  it('shows every step with its text', async () => {
    await click(ESTIMATION_ACTIONS.detail);
    expect(await waitView('avance : ')).toMatch(/avance : 20 000 € × 75 % = 15 000 €[\s\S]*montant de votre contrat/);
    await slack.fake.closeView(findView());
  });

  it('opens one window for a double click', async () => {
    const before = slack.fake.calls.filter(({ method }) => method === 'views.open').length;
    await Promise.all([click(ESTIMATION_ACTIONS.modifier), click(ESTIMATION_ACTIONS.modifier)]);
    expect(await waitView('Donnez la population')).toContain('Mission prévention : démarrée le');
    expect(slack.fake.calls.filter(({ method }) => method === 'views.open').length).toBe(before + 1);
    await slack.fake.closeView(findView());
  });

  it('keeps it under a name, then compares with it, with another day or another size', async () => {
    const { fake } = slack;
    await click(ESTIMATION_ACTIONS.enregistrer);
    await waitView('Nom de l’estimation');
    const long = await fake.submitView(findView(), { nom: 'x'.repeat(400) });
    expect(long.errors.nom).toContain('400 caractères');
    const before = fake.ephemerals().length;
    await fake.submitView(findView(), { nom: 'Budget à voter' });
    expect(await lastEphemeral(before)).toContain('enregistré sous « Budget à voter »');

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
    const { fake } = slack;
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
    const { fake } = slack;
    const before = fake.messages('C0GENERAL').length;
    await slack.restart();
    await Promise.all([click(ESTIMATION_ACTIONS.partager), click(ESTIMATION_ACTIONS.partager)]);
    await fake.waitFor(() => fake.messages('C0GENERAL').length > before, { what: 'the shared estimate' });
    const shared = fake.messages('C0GENERAL').slice(before);
    expect(read(shared)).toContain('a partagé cette estimation');
    expect(JSON.stringify(shared[0]?.blocks)).toContain('"user_id":"U0ALICE"');
    expect(shared).toHaveLength(1);
  });

  it('shares where the bot is not a member', async () => {
    const { reply } = await run('financement taille 2', { channel: 'C0ELSEWHERE' });
    await slack.fake.clickButton({ message: reply, actionId: ESTIMATION_ACTIONS.partager });
    await slack.fake.waitFor(() => slack.fake.messages('C0ELSEWHERE').length > 0, { what: 'the shared estimate' });
    expect(read(slack.fake.messages('C0ELSEWHERE'))).toContain('a partagé cette estimation');
    // Trying to post first is how it learns that it is no member.
    slack.fake.takeViolations();
  });
});

describe('the other commands', () => {
  it('lists deadlines with the days left, and gives them as a calendar', async () => {
    const { shown, reply } = await run('échéances signé le 15/01/2025 prévention démarrée le 01/09/2025');
    expect(shown).toContain('À venir');
    expect(shown).toMatch(/dans \d+ jours/);
    const before = slack.fake.files().length;
    await slack.fake.clickButton({ message: reply, actionId: 'echeances-agenda' });
    await slack.fake.waitFor(() => slack.fake.files().length > before, { what: 'the calendar' });
    const calendar = slack.fake.files().at(-1);
    expect(Buffer.from(calendar?.bytes ?? []).toString()).toContain('BEGIN:VCALENDAR');
    expect(calendar?.channel).toBe('D0ALICE');
  });

  it('says what deadlines need', async () => {
    expect((await run('echeances')).shown).toContain('/cpts échéances signé le');
  });

  it('says what an amount can be', async () => {
    expect((await run('montant 56 250 €')).shown).toContain('56 250 €');
    expect((await run('montant')).shown).toContain('Écrivez le montant à la suite');
    expect((await run('amount €56,250', { user: 'U0BOB' })).shown).toContain('€56,250');
  });

  it('verifies the figures of a text, in the command or in a window', async () => {
    const { fake } = slack;
    expect((await run('vérifier Une CPTS de taille 3 reçoit 80 000 € par an.')).shown).toContain('80 000 €');
    expect((await run('vérifie il fait beau')).shown).toContain('Je n’y lis aucun chiffre');
    await fake.command({ text: 'verifier' });
    await fake.submitView(findView(), { texte: 'Le fonctionnement d’une CPTS de taille 3 est de 75 000 € par an.' });
    expect(readView()).toContain('75 000 €');
    await fake.closeView(findView());
  });

  it('turns the pages of many verdicts', async () => {
    const { fake } = slack;
    const text = Array.from(
      { length: 23 },
      (_, index) => `Une CPTS de taille 3 reçoit ${70 + index} 000 € par an pour son fonctionnement.`,
    );
    const { reply, shown } = await run(`vérifier ${text.join('\n')}`);
    expect(shown).toContain('Page 1 sur 3');
    await fake.clickButton({ message: reply, actionId: 'verification-suivante' });
    await waitView('Page 2 sur 3');
    await fake.actInView({ view: findView(), actionId: 'verification-suivante' });
    await waitView('Page 3 sur 3');
    await fake.closeView(findView());
  });

  it('helps, alone and when nothing is written', async () => {
    for (const text of ['', 'aide', 'help'])
      expect((await run(text)).shown).toContain('Voici ce que vous pouvez me demander');
  });

  it('offers the command that a word looks like, and runs it', async () => {
    const { fake } = slack;
    const { reply, shown } = await run('financment 85 000 hab signé 12/03/2024');
    expect(shown).toContain('Vouliez-vous dire « /cpts financement »');
    await fake.clickButton({ message: reply, actionId: 'commande-proche' });
    await fake.waitFor(() => read(fake.ephemerals()).includes('année de contrat 3'), { what: 'the estimate' });
  });

  it.each([
    'combien pour le fonctionnement en taille 3 ?',
    'aide à la lettre d’intention, combien ?',
    'montant du plafond en taille 1 ?',
  ])('answers a question as one: « %s »', async (text) => {
    const { shown } = await run(text);
    expect(shown).not.toContain('Vouliez-vous dire');
    expect(shown).not.toContain('Voici ce que vous pouvez me demander');
  });

  it('forgets the words of a person, once she confirms', async () => {
    const { fake } = slack;
    const { reply, shown } = await run('oublier');
    expect(shown).toContain('On ne pourra pas revenir en arrière');
    await fake.clickButton({ message: reply, actionId: 'oublier-confirmer' });
    await fake.waitFor(() => read(fake.ephemerals()).includes('je n’ai plus rien de vos mots'), {
      what: 'the confirmation',
    });
  });

  it('opens the forms from the home, where the result comes in a direct message', async () => {
    const { fake } = slack;
    await fake.openHome();
    await fake.waitFor(() => fake.home() !== undefined, { what: 'the home' });
    const home = () => fake.home() ?? findView();
    await fake.actInView({ view: home(), actionId: 'accueil-travail-verifier' });
    await waitView('Texte à vérifier');
    await fake.closeView(findView());
    await fake.actInView({ view: home(), actionId: 'accueil-travail-financement' });
    await waitView('Donnez la population');
    const before = fake.messages('D0ALICE').length;
    await fake.submitView(findView(), { taille: 'taille2' });
    await fake.waitFor(() => fake.messages('D0ALICE').length > before, { what: 'the estimate' });
    expect(read(fake.messages('D0ALICE').slice(before))).toContain('Total : 60 000 €');
  });

  it('opens the profile', async () => {
    await slack.fake.command({ text: 'profil' });
    expect(slack.fake.view()).toBeDefined();
    await slack.fake.closeView(findView());
  });
});

describe('the journal', () => {
  it('notes no incident but the channel where the bot is not', () => {
    expect(slack.incidents.filter(({ code }) => code !== 'ERR_SLACK_CANAL')).toEqual([]);
  });
});
