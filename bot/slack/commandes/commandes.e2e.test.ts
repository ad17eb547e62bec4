import { describe, expect, it } from 'vitest';
import { openDesk, toText } from './testing/open-desk.ts';

const desk = openDesk();
const { findView, readView, run, waitView } = desk;

describe('the other commands', () => {
  it('lists deadlines with the days left, and gives them as a calendar', async () => {
    const { shown, reply } = await run('échéances signé le 15/01/2025 prévention démarrée le 01/09/2025');
    expect(shown).toContain('À venir');
    expect(shown).toMatch(/dans \d+ jours/);
    const before = desk.slack.fake.files().length;
    await desk.slack.fake.clickButton({ message: reply, actionId: 'echeances-agenda' });
    await desk.slack.fake.waitFor(() => desk.slack.fake.files().length > before, { what: 'the calendar' });
    const calendar = desk.slack.fake.files().at(-1);
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
    const { fake } = desk.slack;
    expect((await run('vérifier Une CPTS de taille 3 reçoit 80 000 € par an.')).shown).toContain('80 000 €');
    expect((await run('vérifie il fait beau')).shown).toContain('Je n’y lis aucun chiffre');
    await fake.command({ text: 'verifier' });
    await fake.submitView(findView(), { texte: 'Le fonctionnement d’une CPTS de taille 3 est de 75 000 € par an.' });
    expect(readView()).toContain('75 000 €');
    await fake.closeView(findView());
  });

  it('turns the pages of many verdicts', async () => {
    const { fake } = desk.slack;
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
    const { fake } = desk.slack;
    const { reply, shown } = await run('financment 85 000 hab signé 12/03/2024');
    expect(shown).toContain('Vouliez-vous dire « /cpts financement »');
    await fake.clickButton({ message: reply, actionId: 'commande-proche' });
    await fake.waitFor(() => toText(fake.ephemerals()).includes('année de contrat 3'), { what: 'the estimate' });
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
    const { fake } = desk.slack;
    const { reply, shown } = await run('oublier');
    expect(shown).toContain('On ne pourra pas revenir en arrière');
    await fake.clickButton({ message: reply, actionId: 'oublier-confirmer' });
    await fake.waitFor(() => toText(fake.ephemerals()).includes('je n’ai plus rien de vos mots'), {
      what: 'the confirmation',
    });
  });

  it('opens the forms from the home, where the result comes in a direct message', async () => {
    const { fake } = desk.slack;
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
    expect(toText(fake.messages('D0ALICE').slice(before))).toContain('Total : 60 000 €');
  });

  it('opens the profile', async () => {
    await desk.slack.fake.command({ text: 'profil' });
    expect(desk.slack.fake.view()).toBeDefined();
    await desk.slack.fake.closeView(findView());
  });
});

describe('the journal', () => {
  it('notes no incident', () => {
    expect(desk.slack.incidents).toEqual([]);
  });
});
