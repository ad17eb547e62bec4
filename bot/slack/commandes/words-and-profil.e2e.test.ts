import { afterAll, beforeAll, expect, it } from 'vitest';
import { listTexts } from '../testing/list-texts.ts';
import { createProfil } from '../testing/profil-views.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

let slack: TestBot;
beforeAll(async () => {
  slack = await startTestBot();
  await createProfil(slack.fake, { nom: 'CPTS du Val', population: '85 000', signature: '2024-03-12' });
});
afterAll(() => slack.close());

async function read(text: string, user = 'U0ALICE'): Promise<string> {
  const asked = await slack.fake.command({ text, user });
  await slack.fake.waitFor(() => asked.responses().length > 0, { what: `the reply to « ${text} »` });
  return asked
    .responses()
    .map(({ blocks }) => listTexts(blocks).join('\n'))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

it('puts no day of the profile in the place of one that cannot be', async () => {
  const shown = await read('échéances signé le 31/02/2024');
  expect(shown).toContain('n’existe pas dans le calendrier');
  expect(shown).toContain('Écrivez par exemple « /cpts échéances signé le »');
  expect(shown).not.toContain('anniversaire');
});

it('names the profile only when it completes something', async () => {
  expect(await read('échéances')).toContain('Complété avec le profil « CPTS du Val »');
  expect(await read('échéances signé le 15/01/2025')).not.toContain('Complété');
});

it('says how to write an amount, in the language of the person', async () => {
  expect(await read('amount plenty', 'U0BOB')).toContain('40000 or 40000,50');
});
