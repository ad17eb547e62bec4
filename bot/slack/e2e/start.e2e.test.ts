import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#bot/store/open-sqlite-store.ts';
import type { Store } from '#bot/store/store.ts';
import type { Incident } from '#bot/tell-error.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import type { SlackParts } from '../slack-parts.ts';
import { startSlack } from '../start-slack.ts';
import { readAnswer } from '../testing/read-thread.ts';
import { toSettings } from '../testing/start-test-bot.ts';

describe('at the start', () => {
  let fake: FakeSlack;
  let store: Store;
  let dataDir: string;
  let waits: number;
  let incidents: Incident[];

  beforeEach(async () => {
    fake = await startFakeSlack();
    dataDir = mkdtempSync(join(tmpdir(), 'cpts-start-'));
    store = await openStore(dataDir);
    [waits, incidents] = [0, []];
  });
  afterEach(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
    await fake.close();
  });

  function toParts(leaving?: AbortSignal): SlackParts {
    return {
      assembly: loadTestAssembly(),
      store,
      journal: (incident) => void incidents.push(incident),
      onWait() {
        waits += 1;
      },
      leaving,
    };
  }

  it.each(['reset', 'unavailable'] as const)('waits for Slack when it is down (%s), and says so once', async (how) => {
    fake.goDown(how);
    const starting = startSlack(toSettings(fake, {}), toParts());
    await fake.waitFor(() => fake.refused > 1, { what: 'a second attempt' });
    fake.comeBack();
    const bot = await starting;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    expect(await readAnswer(fake, asked)).toContain('287\u202f500\u00a0€');
    expect(waits).toBe(1);
    await bot.stop();
  });

  it('stops when it is asked to while Slack is down', async () => {
    const leaving = new AbortController();
    fake.goDown('unavailable');
    const starting = startSlack(toSettings(fake, {}), toParts(leaving.signal));
    await fake.waitFor(() => fake.refused > 0, { what: 'an attempt' });
    leaving.abort();
    await expect(starting).rejects.toMatchObject({ code: 'ERR_SLACK_ARRET' });
  });

  it.each([
    ['of the bot', { botToken: 'xoxb-wrong' }],
    ['of the application', { appToken: 'xapp-wrong' }],
  ])('refuses at once a token %s that Slack refuses, without repeating it', async (_, wrong) => {
    const settings = { ...toSettings(fake, {}), ...wrong };
    const error = await startSlack(settings, toParts()).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'ERR_SLACK_JETON' });
    expect(String(error)).not.toContain('wrong');
    expect(fake.takeViolations()).toHaveLength(1);
  });
});
