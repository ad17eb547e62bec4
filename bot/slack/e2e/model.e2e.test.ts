import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatModel } from '#bot/model/chat-model.ts';
import { guideAssembly } from '#bot/model/testing/guide-pipeline.ts';
import { type Asked, listHandlesOf, toChoice, toWords } from '#bot/model/testing/play-model.ts';
import { listTexts } from '../testing/list-texts.ts';
import { readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

const QUESTION = 'Quel plafond pour une taille 1 ?';

/** A model that takes its time, and says every computed énoncé. */
function createModel(afterMs: number): ChatModel & { readonly calls: number } {
  let calls = 0;
  return {
    name: 'modele-de-test',
    get calls() {
      return calls;
    },
    chooseTools: async () => ({ calls: [], text: '', usage: { input: 1, output: 1 } }),
    async writeDraft(messages) {
      calls += 1;
      await wait(afterMs);
      const asked: Asked = { kind: 'brouillon', messages, tools: [], schema: undefined };
      const said = listHandlesOf(asked, 'enonce').map((handle) => toChoice('enonce', handle));
      return {
        draft: { segments: [toWords('voici la réponse du modèle :'), ...said] },
        usage: { input: 1, output: 1 },
      };
    },
  };
}

describe('the bot with a language model', () => {
  const model = createModel(900);
  let slack: TestBot;
  beforeAll(async () => {
    slack = await startTestBot({
      assembly: guideAssembly(model),
      channels: [
        { id: 'C0GENERAL', kind: 'channel', member: true },
        { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
      ],
    });
  });
  afterAll(() => slack.close());

  it('shows within a second that it works on a command, then the answer, and shares that very answer', async () => {
    const { fake } = slack;
    const started = performance.now();
    const asked = await fake.command({ text: QUESTION, channel: 'C0GENERAL' });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(asked.acked).toBe(true);
    const [progress] = asked.responses();
    expect(listTexts(progress?.blocks)).toEqual(['Je relis les textes…']);
    const readShown = () => listTexts(asked.responses().at(-1)?.blocks).join('\n');
    await fake.waitFor(() => readShown().includes('Sources'), { what: 'the answer' });
    const answer = asked.responses().at(-1);
    // It stands in the place of the line that told to wait.
    expect(asked.responses()).toHaveLength(1);
    expect(readShown()).toContain('Voici la réponse du modèle\u202f: au ');

    const before = fake.messages('C0GENERAL').length;
    await fake.clickButton({ message: answer as NonNullable<typeof answer>, actionId: 'partager' });
    await fake.waitFor(() => fake.messages('C0GENERAL').length > before, { what: 'the shared answer' });
    const shared = listTexts(fake.messages('C0GENERAL').at(-1)?.blocks).join('\n');
    expect(shared).toContain('Voici la réponse du modèle\u202f: au ');
    expect(model.calls).toBe(1);
    expect(slack.incidents).toEqual([]);
  });

  it('says what it really does while a person waits, then nothing once it has answered', async () => {
    const { fake } = slack;
    const asked = await fake.directMessage({ text: QUESTION });
    await readThread(fake, asked);
    const shown = fake.statuses('D0ALICE');
    // What was searched is over before the first line could be shown.
    expect(shown.map(({ status }) => status).slice(-2)).toEqual([
      'demande au modèle de langue de choisir…',
      'vérifie la réponse du modèle…',
    ]);
    expect(shown.at(-1)?.clearedBy).toBe('message');
  });
});
