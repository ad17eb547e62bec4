import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import { INSTALLED } from '../testing/installed.ts';
import { loadManifest } from '../testing/load-manifest.ts';
import { readAnswer } from '../testing/read-thread.ts';
import { type Program, startProgram } from '../testing/start-program.ts';
import { startTestBot } from '../testing/start-test-bot.ts';

const { features, oauth_config } = loadManifest();

describe.each(['socket', 'http'] as const)('an application installed from the manifest, over %s', (delivery) => {
  let fake: FakeSlack;
  let program: Program;
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-install-'));

  beforeAll(async () => {
    fake = await startFakeSlack({ ...INSTALLED, delivery });
    const common = { DATA_DIR: dataDir, SLACK_BOT_TOKEN: fake.botToken, SLACK_API_URL: fake.apiUrl };
    program = startProgram(
      delivery === 'socket'
        ? { ...common, SLACK_APP_TOKEN: fake.appToken }
        : { ...common, SLACK_SIGNING_SECRET: fake.signingSecret, PORT: '0', HOST: '127.0.0.1' },
    );
    await program.waitForLine('Connecté à Slack, espace «\u00a0CPTS\u00a0».');
    if (delivery === 'socket') return;
    const line = await program.waitForLine('J’attends les requêtes de Slack à l’adresse');
    fake.useHttp(/http:\S+events/.exec(line)?.[0] ?? '');
  });
  afterAll(async () => {
    program.child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
    await fake.close();
  });

  it('answers a mention, a direct message and the command', async () => {
    const mention = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    expect(await readAnswer(fake, mention)).toContain('287\u202f500\u00a0€');
    const message = await fake.directMessage({ text: 'Quel plafond pour une taille 4 ?' });
    expect(await readAnswer(fake, message)).toContain('580\u202f000\u00a0€');
    const command = await fake.command({ text: 'Quelles sont les missions socles ?' });
    await fake.waitFor(() => command.responses().length > 0, { what: 'the reply to the command' });
    expect(command.responses()[0]?.kind).toBe('ephemeral');
  });

  it.each(features.agent_view.suggested_prompts)('answers the suggestion « $title »', async ({ message }) => {
    const asked = await fake.directMessage({ text: message });
    const shown = await readAnswer(fake, asked);
    expect(shown).toMatch(/Sources\n\[1\]/u);
  });

  it('finishes what is in hand when it is stopped, and leaves without an error', async () => {
    fake.failNext('chat.postMessage', { kind: 'delay', ms: 300 });
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await fake.waitFor(() => fake.statuses().some(({ thread_ts }) => thread_ts === asked.ts), { what: 'the work' });
    program.child.kill('SIGTERM');
    const [code] = await once(program.child, 'close');
    expect(await readAnswer(fake, asked)).toContain('287\u202f500\u00a0€');
    expect(code).toBe(0);
    expect(program.lines.at(-1)).toContain('je m’arrête');
  });
});

/** Scopes of surfaces that have their own tests of what is lost without them. */
const ELSEWHERE: readonly string[] = ['files:write', 'im:write'];

describe('the scopes of the manifest', () => {
  it.each(oauth_config.scopes.bot.filter((scope) => !ELSEWHERE.includes(scope)))(
    'are no more than needed: without %s something is lost',
    async (scope) => {
      const scopes = oauth_config.scopes.bot.filter((one) => one !== scope);
      const slack = await startTestBot({ ...INSTALLED, scopes });
      const { fake } = slack;
      const lost: string[] = [];
      const text = 'Quel plafond pour une taille 1 ?';
      const open = () => fake.openHome({ tab: 'messages' });
      for (const ask of [fake.mention, fake.directMessage, fake.command, open]) {
        try {
          await ask({ text });
        } catch (error) {
          lost.push(String(error));
        }
      }
      await fake.waitFor(() => lost.length > 0 || fake.violations.length > 0, { what: `what ${scope} is for` });
      await expect.poll(() => [...lost, ...fake.violations].join()).toContain(scope);
      await slack.close({ expected: true });
    },
  );
});

describe('npm start with settings that are not right', () => {
  it.each([
    ['half of the tokens', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
    ['the other half', { SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    ['one token for the other', { SLACK_BOT_TOKEN: 'xapp-secret', SLACK_APP_TOKEN: 'xoxb-secret' }, 'xoxb-'],
    ['an address that is none', { SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
    ['a port that is none', { PORT: 'trois' }, 'PORT'],
  ])('says what is wrong and ends: %s', async (_, env, expected) => {
    const program = startProgram(env);
    const [code] = await once(program.child, 'close');
    const shown = program.lines.join('\n');
    expect(code).toBe(1);
    expect(shown).toContain(expected);
    expect(shown).toContain('ERR_REGLAGE');
    expect(shown).not.toContain('secret');
  });
});
