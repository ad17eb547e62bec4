import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BotMessage, Ephemeral } from '#bot/testing/fake-slack/workspace.ts';
import { pack } from '../commandes/estimation/demande.ts';
import { closeWindows, expectHarmless, LOST, startBesideSecrets } from '../testing/expect-harmless.ts';
import { readThread } from '../testing/read-thread.ts';
import type { TestBot } from '../testing/start-test-bot.ts';
import { waitView } from '../testing/wait-view.ts';

const LACKING = 'combien ma cpts va toucher cette année ?';
const UNKNOWN = { said: LOST, where: 'ephemeral' } as const;
const GONE = { said: 'Je n’ai plus cette réponse', where: 'ephemeral' } as const;
const FORGED = ['', 'x', '%%%', '"><script>', 'Z'.repeat(1900), pack(['a', 'b', 'c']), pack({ channel: 4 })];

let slack: TestBot;
beforeAll(async () => {
  slack = await startBesideSecrets();
});
afterEach(() => closeWindows(slack));
afterEach(() => slack.fake.assertClean());
afterAll(() => slack.close());

async function ask(text: string): Promise<BotMessage> {
  const [message] = await readThread(slack.fake, await slack.fake.mention({ text }));
  if (!message) throw new Error('no answer');
  return message;
}

describe('a button under an answer whose value is forged', () => {
  it.each(FORGED)('says in one sentence that it is not known (%#)', async (forged) => {
    const message = await ask(LACKING);
    await expectHarmless(
      slack,
      () => slack.fake.clickButton({ message, actionId: 'choix-taille-ppp', forged }),
      UNKNOWN,
    );
  });

  it('completes no answer of another workspace', async () => {
    const { fake } = slack;
    const message = await ask(LACKING);
    const click = { message, actionId: 'choix-taille-ppp' };
    await expectHarmless(slack, () => fake.clickButton({ ...click, forged: 'taille-GARDE-ppp' }), GONE);
    await fake.clickButton({ ...click, forged: 'population-GARDE-' });
    const view = await waitView(fake);
    await expectHarmless(slack, () => fake.submitView(view, { population: '85 000' }), GONE);
  });

  it('does not know a size that there is not', async () => {
    const message = await ask(LACKING);
    const forged = `taille-GARDE-${'p'.repeat(700)}`;
    await expectHarmless(
      slack,
      () => slack.fake.clickButton({ message, actionId: 'choix-taille-ppp', forged }),
      UNKNOWN,
    );
  });

  it.each([
    ['utile-GARDE', GONE],
    ['pas-utile-GARDE', GONE],
    ['rien', UNKNOWN],
  ])('takes no feedback on an answer of another workspace: %s', async (forged, told) => {
    const message = await ask('Quel plafond pour une taille 1 ?');
    const choose = () => slack.fake.choose({ message, actionId: 'avis-reponse', value: '', forged });
    await expectHarmless(slack, choose, told);
  });

  it.each([
    ['GARDE', { ...GONE, where: 'window' }],
    ['4 2', UNKNOWN],
  ] as const)('explains no answer of another workspace: %s', async (forged, told) => {
    const message = await ask('Quel plafond pour une taille 1 ?');
    await expectHarmless(slack, () => slack.fake.clickButton({ message, actionId: 'pourquoi', forged }), told);
  });

  it('keeps no comment on an answer of another workspace', async () => {
    const { fake } = slack;
    const message = await ask('Quel plafond pour une taille 1 ?');
    const [value = ''] = /pas-utile-[A-Z]+/.exec(JSON.stringify(message.blocks)) ?? [];
    await fake.choose({ message, actionId: 'avis-reponse', value });
    await fake.waitFor(() => tellsThanks(), { what: 'the thanks' });
    const view = await waitView(fake);
    const send = () => fake.submitView(view, { commentaire: 'Rien.' }, { forged: 'GARDE' });
    await expectHarmless(slack, send, { ...UNKNOWN, where: 'window' });
  });

  it('does not tell elsewhere what was answered in another channel', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?', channel: 'C0NORD' });
    const [there] = await readThread(fake, asked);
    const [forged = ''] = /(?<=pas-utile-)[A-Z]+/.exec(JSON.stringify(there?.blocks)) ?? [];
    const message = await ask('Quel plafond pour une taille 2 ?');
    const click = () => fake.clickButton({ message, actionId: 'pourquoi', forged });
    await expectHarmless(slack, click, { ...GONE, where: 'window' });
  });
});

function tellsThanks(): boolean {
  return slack.fake.ephemerals().at(-1)?.text === 'Merci, c’est noté.';
}

describe('an estimate whose value is forged', () => {
  const LostEstimate = { said: 'Je ne retrouve', where: 'ephemeral' } as const;

  it('is not known, whatever is asked of it', async () => {
    const { fake } = slack;
    await fake.command({ text: 'financement 85 000 habitants signé le 12/03/2024', channel: 'C0GENERAL' });
    const find = () => fake.ephemerals().findLast(({ blocks }) => JSON.stringify(blocks).includes('"estimation-'));
    await fake.waitFor(() => find() !== undefined, { what: 'the estimate' });
    const message = find() as Ephemeral;
    const actions = [...JSON.stringify(message.blocks).matchAll(/"action_id":"(estimation-[a-z-]+)"/g)];
    expect(actions.length).toBeGreaterThan(5);
    for (const [, actionId = ''] of actions.filter(([, name]) => name !== 'estimation-partager')) {
      const click = () =>
        fake.clickButton({ message, actionId, forged: pack({ input: { missions: [] }, surplus: 1 }) });
      await expectHarmless(slack, click, LostEstimate);
    }
  });

  it('sends no form that carries nothing of ours', async () => {
    const { fake } = slack;
    await fake.command({ text: 'financement', channel: 'C0GENERAL' });
    const view = await waitView(fake);
    const send = () => fake.submitView(view, { population: '85 000' }, { forged: pack({ retour: {} }) });
    await expectHarmless(slack, send, { ...UNKNOWN, where: 'window' });
  });
});
