import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assembly } from '#bot/assemble.ts';
import type { ImageRenderer } from '#bot/images/render-image.ts';
import type { OpenedOperation } from '#bot/operation/open-operation.ts';
import { openStore } from '#bot/store/open-sqlite-store.ts';
import type { Store } from '#bot/store/store.ts';
import type { Incident } from '#bot/tell-error.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { FakeSlackOptions } from '#bot/testing/fake-slack/settings.ts';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import type { SlackSettings } from '../slack-parts.ts';
import { type RunningBot, startSlack } from '../start-slack.ts';
import { INSTALLED } from './installed.ts';
import { listInaccessible } from './list-inaccessible.ts';

/** A bot connected to a Slack of our own, with a real database. */
export type TestBot = {
  readonly fake: FakeSlack;
  readonly bot: RunningBot;
  readonly dataDir: string;
  /** What the journal was given. */
  readonly incidents: readonly Incident[];
  /** Stops the bot and starts it again on the same database, as after an update. */
  readonly restart: () => Promise<void>;
  /** Stops all, and fails when the bot broke a rule of Slack, or showed what a screen reader is not told of. */
  /** What it keeps, as it stands after the last start. */
  readonly store: Store;
  readonly close: (options?: { readonly expected?: boolean }) => Promise<void>;
};

/** How the bot is started; `wrapStore` lets a test put faults in the store, `assembly` a model or documents of its own. */
export type TestBotOptions = FakeSlackOptions & {
  readonly wrapStore?: (store: Store) => Store;
  readonly farewellMs?: number;
  readonly assembly?: Assembly;
  readonly renderImage?: ImageRenderer;
  /** A log, meters and health pages to look at. */
  readonly operation?: OpenedOperation;
};

/** Starts a Slack and the bot in it, over the socket or over HTTP as the Slack delivers. */
export async function startTestBot({
  wrapStore = (store) => store,
  farewellMs,
  assembly = loadTestAssembly(),
  operation,
  renderImage,
  ...options
}: TestBotOptions = {}): Promise<TestBot> {
  const fake = await startFakeSlack({ ...INSTALLED, retryDelaysMs: [0, 50, 100], ...options });
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-slack-'));
  const incidents: Incident[] = [];
  let store: Store;
  let bot: RunningBot;

  async function start(): Promise<void> {
    store = wrapStore(await openStore(dataDir));
    const journal = (incident: Incident) => {
      incidents.push(incident);
      operation?.journal(incident);
    };
    const parts = { assembly, store, journal, operation, renderImage, onWait() {}, farewellMs };
    bot = await startSlack(toSettings(fake, options), parts);
    if (bot.port === undefined) await fake.waitForSocket();
    else fake.useHttp(`http://127.0.0.1:${bot.port}/slack/events`);
  }
  async function stop(): Promise<void> {
    await bot.stop();
    await store.close();
  }
  await start();
  return {
    fake,
    get bot() {
      return bot;
    },
    get store() {
      return store;
    },
    dataDir,
    incidents,
    async restart() {
      await stop();
      await start();
    },
    async close(closing) {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
      const inaccessible = listInaccessible(fake);
      await fake.close(closing);
      if (inaccessible.length > 0) throw new Error(`a screen reader is not told of:\n${inaccessible.join('\n')}`);
    },
  };
}

/** Settings that lead to that Slack. */
export function toSettings(fake: FakeSlack, { delivery }: FakeSlackOptions): SlackSettings {
  const { botToken, appToken, signingSecret, apiUrl } = fake;
  if (delivery !== 'http') return { mode: 'socket', botToken, appToken, apiUrl };
  return { mode: 'http', botToken, signingSecret, apiUrl, port: 0, host: '127.0.0.1' };
}
