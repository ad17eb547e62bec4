import { once } from 'node:events';
import { type Program, startProgram } from '#bot/slack/testing/start-program.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { readUsage } from '../bench/slack/read-usage.ts';

/** The real program, connected, until it is killed. */
export type Victim = {
  /** From its launch to the line that says that it is connected, in milliseconds. */
  readonly readyMs: number;
  readonly readPeakMb: () => number;
  /** Ends it without a word, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop; gives the time that took, in milliseconds, and its exit code. */
  readonly stop: () => Promise<{ readonly ms: number; readonly code: unknown }>;
};

/** Starts `npm start` in a data folder, connected to a Slack of ours. */
export async function startVictim(fake: FakeSlack, dataDir: string, door: 'socket' | 'http'): Promise<Victim> {
  const started = performance.now();
  const program = startProgram({ DATA_DIR: dataDir, ...toTokens(fake, door) });
  const { child } = program;
  await program.waitForLine('Connecté à Slack');
  const readyMs = performance.now() - started;
  if (door === 'http') fake.useHttp(await readAddress(program));
  async function end(signal: NodeJS.Signals): Promise<unknown> {
    const closed = once(child, 'close');
    child.kill(signal);
    const [code] = await closed;
    return code;
  }
  return {
    readyMs,
    readPeakMb: () => readUsage(child.pid ?? 0).peakMb,
    kill: async () => void (await end('SIGKILL')),
    async stop() {
      const asked = performance.now();
      const code = await end('SIGTERM');
      return { ms: performance.now() - asked, code };
    },
  };
}

function toTokens(fake: FakeSlack, door: 'socket' | 'http'): Readonly<Record<string, string>> {
  const common = { SLACK_BOT_TOKEN: fake.botToken, SLACK_API_URL: fake.apiUrl };
  if (door === 'socket') return { ...common, SLACK_APP_TOKEN: fake.appToken };
  return { ...common, SLACK_SIGNING_SECRET: fake.signingSecret, PORT: '0', HOST: '127.0.0.1' };
}

async function readAddress(program: Program): Promise<string> {
  const line = await program.waitForLine('J’attends les requêtes de Slack');
  return /http:\S+events/.exec(line)?.[0] ?? '';
}
