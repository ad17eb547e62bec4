import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#bot/store/store.ts';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { listTexts } from '../testing/list-texts.ts';
import { readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';
import { waitView } from '../testing/wait-view.ts';

/** A question that nobody can answer without the size of the community. */
const LACKING = 'combien ma cpts va toucher cette année ?';

let slack: TestBot;
let store: Store;

beforeEach(async () => {
  slack = await startTestBot({
    wrapStore(opened) {
      store = opened;
      return opened;
    },
  });
});
afterEach(() => slack.close());

async function ask(text: string, user = 'U0ALICE'): Promise<BotMessage> {
  const asked = await slack.fake.mention({ text, user });
  const [message] = await readThread(slack.fake, asked);
  if (!message) throw new Error('no answer');
  return message;
}

function listActions(message: BotMessage): readonly string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"action_id":"([a-z-]+)"/g)].map(([, name = '']) => name);
}

function findFeedback(message: BotMessage): { readonly utile: string; readonly pasUtile: string } {
  const [utile = '', pasUtile = ''] = [
    ...JSON.stringify(message.blocks).matchAll(/"value":"((?:pas-)?utile-[A-Z]+)"/g),
  ].map(([, value = '']) => value);
  return { utile, pasUtile };
}

describe('« Pourquoi ce chiffre ? »', () => {
  it('tells the steps, the text and the passage of each figure, within a second, over a restart too', async () => {
    const { fake } = slack;
    const message = await ask('Quel financement pour 85 000 habitants, contrat signé le 12/03/2024 ?');
    await slack.restart();
    const clicked = Date.now();
    await fake.clickButton({ message, actionId: 'pourquoi' });
    const view = await waitView(fake);
    expect(Date.now() - clicked).toBeLessThan(1000);
    const shown = view.texts.join('\n');
    expect(view.title).toBe('Pourquoi ce chiffre\u202f?');
    expect(shown).toContain('75\u202f000\u00a0€, versée en entier à la signature');
    expect(shown).toContain('article 9, en vigueur');
    expect(shown).toMatch(/Écrit par vous dans la question\s: 85\s000/u);
    expect(shown).toContain('une CPTS reçoit par an');
    expect(JSON.stringify(view.blocks)).toMatch(/"type":"link","url":"https?:/);
  });

  it('turns its pages', async () => {
    const { fake } = slack;
    const message = await ask('Quelles échéances pour un contrat signé le 12 mars 2026 ?');
    await fake.clickButton({ message, actionId: 'pourquoi' });
    const first = await waitView(fake);
    await fake.actInView({ view: first, actionId: 'pourquoi-suite' });
    const second = await waitView(fake, ({ hash }) => hash !== first.hash);
    expect(second.texts).not.toEqual(first.texts);
    await fake.actInView({ view: second, actionId: 'pourquoi-retour' });
    const back = await waitView(fake, ({ hash }) => hash !== second.hash);
    expect(back.texts).toEqual(first.texts);
  });

  it('says in one sentence that an answer is no longer kept', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?');
    await store.forgetPerson(fake.teamId, 'U0ALICE');
    await fake.clickButton({ message, actionId: 'pourquoi' });
    expect((await waitView(fake)).texts.join('\n')).toContain('Reposez la question, puis cliquez de nouveau.');
  });

  it('tells a person whose click came too late what to do, in her conversation', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?');
    fake.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await fake.clickButton({ message, actionId: 'pourquoi' });
    await fake.waitFor(() => fake.messages('D0ALICE').length > 0, { what: 'the sentence' });
    expect(slack.incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_TROP_TARD']);
  });

  it('is not offered under what holds no figure, nor anything under a refusal', async () => {
    expect(listActions(await ask('Bonjour'))).toEqual([]);
    expect(listActions(await ask('Contrat signé le 31/02/2024 : quelles échéances ?'))).not.toContain('pourquoi');
    expect(listActions(await ask('Mme Lefort-Test, 78 ans, diabétique, cherche un médecin traitant'))).toEqual([]);
  });
});

describe('what is thought of an answer', () => {
  it('is kept, and the person is thanked alone, in her language', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?', 'U0BOB');
    const { utile } = findFeedback(message);
    await fake.choose({ message, actionId: 'avis-reponse', value: utile, user: 'U0BOB' });
    await fake.waitFor(() => fake.ephemerals().length > 0, { what: 'the thanks' });
    expect(fake.ephemerals().map(({ user, text }) => [user, text])).toEqual([['U0BOB', 'Thank you, noted.']]);
    const given = await store.listFeedback(fake.teamId, utile.replace('utile-', ''));
    expect(given).toMatchObject([{ user: 'U0BOB', verdict: 'utile' }]);
  });

  it('may be said in words, but nothing of a patient', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?');
    const { pasUtile } = findFeedback(message);
    await fake.choose({ message, actionId: 'avis-reponse', value: pasUtile });
    const view = await waitView(fake);
    const words = 'Mme Lefort-Test, 78 ans, diabétique, cherche un médecin traitant';
    const refused = await fake.submitView(view, { commentaire: words });
    expect(refused.errors.commentaire).toContain('retirez ce qui le concerne');
    const long = await fake.submitView(await waitView(fake), { commentaire: 'a'.repeat(1001) });
    expect(long.errors.commentaire).toContain('1\u202f000 caractères');
    const sent = await fake.submitView(await waitView(fake), { commentaire: 'Il manquait le *plafond* de 2019.' });
    expect(sent.outcome).toBe('closed');
    const given = await store.listFeedback(fake.teamId, pasUtile.replace('pas-utile-', ''));
    expect(given).toMatchObject([{ verdict: 'pas-utile', comment: 'Il manquait le *plafond* de 2019.' }]);
  });
});

describe('what an answer lacks', () => {
  it('is chosen by a button: the completed question is answered in the thread, which shows the choice', async () => {
    const { fake } = slack;
    const message = await ask(LACKING);
    expect(listActions(message)).toContain('choix-taille-ppp');
    expect(listTexts(message.blocks)).toContain('Taille 3');
    await fake.clickButton({ message, actionId: 'choix-taille-ppp' });
    await fake.clickButton({ message, actionId: 'choix-taille-ppp' });
    const thread = { channel: message.channel, ts: message.thread_ts ?? '' };
    const messages = await readThread(fake, thread, 3);
    expect(messages[1]?.text).toBe('Vous avez précisé\u202f: taille 3');
    expect(listTexts(messages[2]?.blocks).join('\n')).toContain('75\u202f000\u00a0€');
    expect(messages).toHaveLength(3);
  });

  it('is asked for in a window, with the error under its field', async () => {
    const { fake } = slack;
    const message = await ask(LACKING);
    await fake.clickButton({ message, actionId: 'choix-population' });
    const view = await waitView(fake);
    const wrong = await fake.submitView(view, { population: 'beaucoup' });
    expect(wrong.errors.population).toContain('beaucoup');
    expect((await fake.submitView(await waitView(fake), { population: '58 000' })).outcome).toBe('closed');
    const messages = await readThread(fake, { channel: message.channel, ts: message.thread_ts ?? '' }, 3);
    expect(messages[1]?.text).toBe('Vous avez précisé\u202f: 58\u202f000 habitants');
    expect(listTexts(messages[2]?.blocks).join('\n')).toContain('60\u202f000\u00a0€');
  });
});
