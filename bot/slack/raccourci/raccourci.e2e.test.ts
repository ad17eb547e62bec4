import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPlain } from '../testing/list-texts.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';
import { VERIFIER_RACCOURCI } from './verify-message.ts';

let slack: TestBot;
beforeAll(async () => {
  slack = await startTestBot();
});
afterEach(() => slack.fake.assertClean());
afterAll(() => slack.close());

function readView(user: string): string {
  return readPlain([{ blocks: slack.fake.view(user)?.blocks }]);
}

async function verify(text: string, said: string, user = 'U0ALICE') {
  const { fake } = slack;
  const { ts } = fake.write({ text, channel: 'C0GENERAL' });
  await fake.useShortcut({ callbackId: VERIFIER_RACCOURCI, message: { channel: 'C0GENERAL', ts }, user });
  await fake.waitFor(() => readView(user).includes(said), { what: `a window with « ${said} »` });
}

describe('« Vérifier les chiffres »', () => {
  it('shows the verdict of each figure to the asker alone', async () => {
    const before = slack.fake.messages('C0GENERAL').length;
    await verify('Le fonctionnement d’une CPTS de taille 3 est de 75 000 € par an.', '75 000 €');
    expect(slack.fake.messages('C0GENERAL')).toHaveLength(before);
    expect(slack.fake.view('U0BOB')).toBeUndefined();
  });

  it('says it when there is no figure, in the language of the person', async () => {
    await verify('Il fait beau.', 'I read no figure about the CPTS', 'U0BOB');
    expect(readView('U0ALICE')).not.toContain('I read no figure');
  });

  it('tells nothing to a person who closed the window before it was filled', async () => {
    const { fake } = slack;
    const before = fake.ephemerals().length;
    fake.failNext('views.update', { kind: 'error', error: 'not_found' });
    const { ts } = fake.write({ text: 'Il fait beau.', channel: 'C0GENERAL' });
    await fake.useShortcut({ callbackId: VERIFIER_RACCOURCI, message: { channel: 'C0GENERAL', ts } });
    await expect.poll(() => slack.incidents.length).toBe(1);
    expect(fake.ephemerals()).toHaveLength(before);
  });

  it('notes no other incident', () => {
    expect(slack.incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_FENETRE']);
  });
});
