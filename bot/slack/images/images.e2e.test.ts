import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { createImageRenderer, type ImageRenderer } from '#bot/images/render-image.ts';
import type { Store } from '#bot/store/store.ts';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { listTexts } from '../testing/list-texts.ts';
import { openHome, press, readWindow } from '../testing/profil-views.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const CHANNELS = [
  { id: 'C0GENERAL', kind: 'channel', member: true },
  { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
  { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
] as const;
const PROFIL = Profil.parse({
  nom: 'CPTS du Val',
  population: 85_000,
  signature: '2024-03-12',
  missions: { prevention: {} },
});

let slack: TestBot;
let store: Store;
/** What the renderer is made to throw; it draws when there is nothing. */
let failure: BotError | undefined;
let drawn = 0;

beforeAll(async () => {
  const assembly = loadTestAssembly();
  const { corpus, parametres, pipeline } = assembly;
  const draw = createImageRenderer({ corpus, parametres, vocabulary: pipeline.vocabulary });
  const renderImage: ImageRenderer = async (...asked) => {
    drawn += 1;
    if (failure) throw failure;
    return draw(...asked);
  };
  slack = await startTestBot({
    channels: CHANNELS,
    assembly,
    renderImage,
    wrapStore(opened) {
      store = opened;
      return opened;
    },
  });
  await store.saveProfil(
    slack.bot.identity.team,
    { id: 'BFGH', profil: PROFIL, editeurs: 'tous', savedBy: 'U0ALICE' },
    1,
  );
});
afterEach(() => {
  failure = undefined;
  slack.fake.assertClean();
});
afterAll(() => slack.close());

/** Runs a command and gives its reply. */
async function run(text: string, user = 'U0ALICE') {
  const asked = await slack.fake.command({ text, user });
  await slack.fake.waitFor(() => asked.responses().length > 0, { what: `the reply to « ${text} »` });
  const reply = asked.responses().at(-1);
  if (!reply) throw new Error('no reply');
  return reply;
}

/** Clicks a button of a reply, and gives what the person is told. */
async function click(reply: Awaited<ReturnType<typeof run>>, actionId: string, user = 'U0ALICE'): Promise<string> {
  const before = slack.fake.ephemerals().length;
  await slack.fake.clickButton({ message: reply, actionId, user });
  await slack.fake.waitFor(() => slack.fake.ephemerals().length > before, { what: `what follows ${actionId}` });
  return read(slack.fake.ephemerals().slice(before));
}

function read(messages: readonly Pick<BotMessage, 'blocks'>[]): string {
  return messages
    .map(({ blocks }) => listTexts(blocks).join('\n'))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

function isPng(bytes: Buffer | undefined): boolean {
  return bytes?.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) ?? false;
}

describe('the pictures of an estimate', () => {
  it('come to the asker alone with what they show in words, uploaded once a day', async () => {
    const { fake } = slack;
    const reply = await run('financement 85 000 hab signé 12/03/2024 année 2');
    expect(await click(reply, 'estimation-image')).toContain('L’image est dans notre conversation');
    const files = fake.files('D0ALICE');
    expect(files.map(({ name }) => name)).toEqual(['financement-cpts.png', 'versements-cpts.png']);
    expect(files.every(({ bytes }) => isPng(bytes))).toBe(true);
    expect(files[0]?.title).toContain('Financement d’une CPTS de taille');
    expect(files[0]?.altText.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('Fonctionnement, taille 3 : 75 000 €');
    expect(fake.files('C0GENERAL')).toEqual([]);
    const before = fake.messages('D0ALICE').length;
    const again = await run('financement 85 000 hab signé 12/03/2024 année 2');
    const count = drawn;
    await click(again, 'estimation-image');
    expect(fake.files('D0ALICE')).toHaveLength(2);
    expect(drawn).toBe(count);
    const shown = fake.messages('D0ALICE').slice(before);
    expect(shown.map(({ blocks }) => blocks?.at(-1))).toEqual(
      files.map(({ id }) => expect.objectContaining({ type: 'image', slack_file: { id } })),
    );
    // Nobody is shown a file of somebody else's conversation.
    await click(await run('financement 85 000 hab signé 12/03/2024 année 2', 'U0BOB'), 'estimation-image', 'U0BOB');
    expect(fake.files('D0BOB')).toHaveLength(2);
  });

  it('is uploaded anew when its file was deleted', async () => {
    const { fake } = slack;
    const reply = await run('financement 60 000 hab');
    await click(reply, 'estimation-image');
    const before = fake.files('D0ALICE').length;
    fake.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    await click(await run('financement 60 000 hab'), 'estimation-image');
    expect(fake.files('D0ALICE')).toHaveLength(before + 1);
  });

  it('are joined to what is shared, in its thread', async () => {
    const { fake } = slack;
    const reply = await run('financement 140 000 hab signé 12/03/2024 année 3');
    await click(reply, 'estimation-partager');
    await fake.waitFor(() => fake.files('C0GENERAL').length === 2, { what: 'the pictures' });
    const [shared] = fake.messages('C0GENERAL').filter(({ thread_ts: thread }) => thread === undefined);
    expect(fake.files('C0GENERAL').map(({ thread_ts: thread }) => thread)).toEqual([shared?.ts, shared?.ts]);
    expect(fake.messages('C0GENERAL').every(({ text }) => text !== '')).toBe(true);
  });

  it('of a month of signature tells each reading, without days of payment', async () => {
    const reply = await run('financement 85 000 hab signé en mai 2022 année 2');
    const before = slack.fake.files('D0ALICE').length;
    await click(reply, 'estimation-image');
    expect(
      slack.fake
        .files('D0ALICE')
        .slice(before)
        .map(({ name }) => name),
    ).toEqual(['financement-cpts.png']);
  });

  it.each([
    ['ERR_IMAGE_POLICE', '39 000'],
    ['ERR_IMAGE_PANNE', '40 000'],
  ])('that fail with %s are told in one sentence, and noted', async (code, population) => {
    const asked = `financement ${population} hab`;
    const reply = await run(asked);
    failure = new BotError(code, 'x', 'y');
    expect(await click(reply, 'estimation-image')).toContain('Je n’ai pas pu dessiner l’image');
    expect(slack.incidents.at(-1)).toMatchObject({ code });
    failure = undefined;
    expect(await click(await run(asked), 'estimation-image')).toContain('notre conversation');
  });

  it('that Slack refuses are told in one sentence, and noted', async () => {
    const reply = await run('financement 41 000 hab');
    slack.fake.failNext('files.completeUploadExternal', { kind: 'error', error: 'file_type_not_allowed' });
    expect(await click(reply, 'estimation-image')).toContain('Slack n’a pas pris le fichier');
    expect(slack.incidents.at(-1)).toMatchObject({ code: 'ERR_SLACK_FICHIER' });
  });

  it('leave what is shared as it is when they fail', async () => {
    const reply = await run('financement 42 000 hab');
    failure = new BotError('ERR_IMAGE_POLICE', 'x', 'y');
    const before = slack.fake.messages('C0GENERAL').length;
    expect(await click(reply, 'estimation-partager')).toContain('partag');
    expect(slack.fake.messages('C0GENERAL')).toHaveLength(before + 1);
    const noted = { code: 'ERR_IMAGE_POLICE', channel: 'C0GENERAL' };
    await expect.poll(() => slack.incidents.at(-1)).toMatchObject(noted);
  });
});

describe('the calendar', () => {
  it('comes to who asks for the deadlines', async () => {
    const before = slack.fake.files('D0ALICE').length;
    const reply = await run('echeances signé le 12/03/2024 mission prévention');
    await click(reply, 'echeances-image');
    const file = slack.fake.files('D0ALICE')[before];
    expect(file?.name).toBe('calendrier-cpts.png');
    expect(file?.altText).toContain('Mission prévention');
  });

  it('opens in a window from the home, once it is in the conversation of the person', async () => {
    const { fake } = slack;
    const before = fake.files('D0ALICE').length;
    fake.failNext('views.update', { kind: 'error', error: 'invalid_arguments' });
    await press(fake, await openHome(fake), { actionId: 'accueil-calendrier', next: 'Calendrier' });
    await fake.waitFor(() => JSON.stringify(fake.view()?.blocks).includes('slack_file'), { what: 'the picture' });
    const [file, ...others] = fake.files('D0ALICE').slice(before);
    expect(others).toEqual([]);
    expect(fake.view()?.blocks).toMatchObject([
      { type: 'image', slack_file: { id: file?.id }, alt_text: file?.altText },
    ]);
    await press(fake, await openHome(fake), { actionId: 'accueil-calendrier', next: 'Calendrier' });
    await fake.waitFor(() => JSON.stringify(fake.view()?.blocks).includes('slack_file'), { what: 'the picture' });
    expect(fake.files('D0ALICE')).toHaveLength(before + 1);
  });

  it('that cannot be drawn is told of in its window', async () => {
    const { fake } = slack;
    failure = new BotError('ERR_IMAGE_PANNE', 'x', 'y');
    await press(fake, await openHome(fake, 'U0BOB'), { actionId: 'accueil-calendrier', next: '' });
    expect((await readWindow(fake, 'could not draw', 'U0BOB')).texts).toContain('Calendar');
    expect(slack.incidents.at(-1)).toMatchObject({ code: 'ERR_IMAGE_PANNE' });
  });
});
