import { expect, it } from 'vitest';
import type { Assembly } from '#bot/assemble.ts';
import type { Fault } from '#bot/testing/fake-slack/faults.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { readAnswer, readThread } from '../testing/read-thread.ts';
import { startTestBot } from '../testing/start-test-bot.ts';

const QUESTION = 'Quel plafond pour une taille 1 ?';
const ANSWER = '287\u202f500\u00a0€';
/** Time given to the answers in hand, and to closing the door and giving up. */
const [FAREWELL_MS, CLOSING_MS] = [200, 2000];

/** An assembly whose first question hangs, as one that waits for a model that never answers. */
function hangOnce(): Assembly {
  const assembly = loadTestAssembly();
  const { pipeline } = assembly;
  let asked = 0;
  const embedQuestion = async () => {
    asked += 1;
    return asked === 1 ? new Promise<never>(() => {}) : undefined;
  };
  return { ...assembly, pipeline: { ...pipeline, bibliotheque: { ...pipeline.bibliotheque, embedQuestion } } };
}

it.each<[string, string, Fault | undefined]>([
  ['Slack hangs', 'chat.postMessage', { kind: 'delay', ms: 60_000 }],
  ['Slack hangs at the start of a stream', 'chat.startStream', { kind: 'delay', ms: 60_000 }],
  ['Slack asks to wait', 'chat.postMessage', { kind: 'rate-limited', retryAfter: 60 }],
  ['a model hangs', '', undefined],
])('stops in time when %s; the next start answers, once', async (_, method, fault) => {
  const assembly = fault ? loadTestAssembly() : hangOnce();
  const slack = await startTestBot({ farewellMs: FAREWELL_MS, assembly, deduplicate: false });
  const { fake } = slack;
  if (fault) fake.failNext(method, fault);
  const ask = method === 'chat.postMessage' ? fake.mention : fake.directMessage;
  const asked = await ask({ text: QUESTION });
  const asking = () => fake.statuses().some(({ thread_ts: ts }) => ts === asked.ts);
  await fake.waitFor(asking, { what: 'the work' });
  const started = performance.now();
  await slack.bot.stop();
  expect(performance.now() - started).toBeLessThan(FAREWELL_MS + CLOSING_MS);
  expect(fake.messages(asked.channel)).toEqual([]);
  await slack.restart();
  expect(await readAnswer(fake, asked)).toContain(ANSWER);
  expect(await readThread(fake, asked)).toHaveLength(1);
  await slack.close();
});

it('leaves a work for later when the token is refused, and does it when one is taken again', async () => {
  const slack = await startTestBot({ deduplicate: false });
  const { fake, incidents } = slack;
  fake.failNext('chat.postMessage', { kind: 'error', error: 'token_revoked' });
  const asked = await fake.mention({ text: QUESTION });
  await expect.poll(() => incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_JETON']);
  expect(fake.messages()).toEqual([]);
  const other = await fake.directMessage({ text: QUESTION });
  expect(await readAnswer(fake, other)).toContain(ANSWER);
  expect(await readAnswer(fake, asked)).toContain(ANSWER);
  expect(await readThread(fake, asked)).toHaveLength(1);
  await slack.close();
});

it('tells the person, and is done, when the channel of a question is gone', async () => {
  const slack = await startTestBot({ deduplicate: false });
  const { fake, incidents } = slack;
  fake.failNext('chat.postMessage', { kind: 'error', error: 'is_archived' });
  await fake.mention({ text: QUESTION });
  await fake.waitFor(() => fake.messages('D0ALICE').length > 0, { what: 'the word to the person' });
  await slack.restart();
  await fake.directMessage({ text: QUESTION });
  expect(fake.messages('C0GENERAL')).toEqual([]);
  expect(incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_CANAL']);
  await slack.close();
});
