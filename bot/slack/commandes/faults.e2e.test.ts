import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import { listTexts } from '../testing/list-texts.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';
import { ESTIMATION_ACTIONS } from './estimation/render-resultat.ts';

let slack: TestBot;
let locked = false;
/** How far the clock of Slack is ahead, in milliseconds. */
let ahead = 0;
/** Slack takes replies to an address for half an hour. */
const TOO_LATE_MS = 31 * 60_000;
beforeAll(async () => {
  slack = await startTestBot({
    now: () => Date.now() + ahead,
    channels: [
      { id: 'C0GENERAL', kind: 'channel', member: true },
      { id: 'C0ELSEWHERE', kind: 'channel', member: false },
      { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
    ],
    wrapStore: (store) => ({
      ...store,
      async forgetPerson(team, user) {
        if (locked) throw new BotError('ERR_STORE_OCCUPE', 'la base est occupée', 'Réessayez.');
        return store.forgetPerson(team, user);
      },
    }),
  });
});
afterAll(() => slack.close({ expected: true }));

const read = (messages: readonly { readonly blocks?: unknown }[]) =>
  messages.map(({ blocks }) => listTexts(blocks).join('\n')).join('\n');

async function run(text: string, channel = 'C0GENERAL') {
  const asked = await slack.fake.command({ text, channel });
  await slack.fake.waitFor(() => asked.responses().length > 0, { what: 'the reply' });
  const [reply] = asked.responses();
  if (!reply) throw new Error('no reply');
  return reply;
}

/** The window of Alice. */
function findView() {
  const view = slack.fake.view();
  if (!view) throw new Error('no window');
  return view;
}

describe('what goes wrong is told in one sentence, with the way out', () => {
  it('a trigger that is too old', async () => {
    slack.fake.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
    expect(read([await run('financement')])).toContain('Recommencez');
    const message = await run('financement taille 2');
    slack.fake.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const { fake } = slack;
    await fake.clickButton({ message, actionId: ESTIMATION_ACTIONS.detail });
    await fake.waitFor(() => read(fake.ephemerals().slice(-1)).includes('pas laissé s’ouvrir la fenêtre'), {
      what: 'the sentence',
    });
  });

  it('a database that is locked', async () => {
    const { fake } = slack;
    const message = await run('oublier');
    locked = true;
    await fake.clickButton({ message, actionId: 'oublier-confirmer' });
    await fake.waitFor(() => read(fake.ephemerals()).includes('rien n’a été changé'), { what: 'the sentence' });
    expect(slack.incidents.map(({ code }) => code)).toContain('ERR_STORE_OCCUPE');
    locked = false;
  });

  it('an address that is too old: the result comes in the channel, to the asker alone', async () => {
    const { fake } = slack;
    await fake.command({ text: 'financement' });
    ahead += TOO_LATE_MS;
    const before = fake.ephemerals('C0GENERAL').length;
    await fake.submitView(findView(), { population: '45 000' });
    await fake.waitFor(() => fake.ephemerals('C0GENERAL').length > before, { what: 'the result' });
    expect(read(fake.ephemerals('C0GENERAL').slice(before))).toContain('taille 2');
  });

  it('an address that is too old, and a channel without the bot: the result comes in her own conversation', async () => {
    const { fake } = slack;
    await fake.command({ text: 'financement', channel: 'C0ELSEWHERE' });
    ahead += TOO_LATE_MS;
    await fake.submitView(findView(), { population: '45 000' });
    await fake.waitFor(() => fake.messages('D0ALICE').length > 0, { what: 'the result' });
    expect(read(fake.messages('D0ALICE'))).toContain('taille 2');
  });

  it('a channel without the bot, shared too late: it says to invite it', async () => {
    const { fake } = slack;
    const message = await run('financement taille 2', 'C0ELSEWHERE');
    const before = fake.messages('D0ALICE').length;
    fake.failNext('chat.postMessage', { kind: 'delay', ms: 200 });
    const clicked = fake.clickButton({ message, actionId: ESTIMATION_ACTIONS.partager });
    await new Promise((resolve) => setTimeout(resolve, 100));
    ahead += TOO_LATE_MS;
    await clicked;
    await fake.waitFor(() => fake.messages('D0ALICE').length > before, { what: 'the sentence' });
    expect(read(fake.messages('D0ALICE').slice(before))).toContain('Invitez-m’y');
    expect(fake.messages('C0ELSEWHERE')).toEqual([]);
  });

  it('a file that Slack does not take', async () => {
    const { fake } = slack;
    const message = await run('financement taille 2');
    fake.failNext('files.getUploadURLExternal', { kind: 'error', error: 'file_uploads_disabled' });
    const before = fake.ephemerals().length;
    await fake.clickButton({ message, actionId: ESTIMATION_ACTIONS.csv });
    await fake.waitFor(() => fake.ephemerals().length > before, { what: 'the sentence' });
    expect(read(fake.ephemerals().slice(before))).toMatch(/pas pris le fichier|défaut de ma part/);
  });

  it('notes each with its code', () => {
    const codes = new Set(slack.incidents.map(({ code }) => code));
    expect(codes).toContain('ERR_SLACK_TROP_TARD');
    expect(codes).toContain('ERR_STORE_OCCUPE');
  });
});
