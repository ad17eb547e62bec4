import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startStrict } from './call-api-testing.ts';
import type { FakeSlack } from './fake-slack.ts';

const BOT = fileURLToPath(import.meta.resolve('./answering-bot-testing.ts'));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts a bot in a process of its own. */
function boot(slack: FakeSlack, door: 'socket' | 'http', port: number): ChildProcess {
  const secret = door === 'socket' ? slack.appToken : slack.signingSecret;
  const args = [BOT, door, slack.apiUrl, slack.botToken, secret, String(port)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  children.push(child);
  return child;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the fake Slack', () => {
  it.each(['socket', 'http'] as const)(
    'outlives a bot that is killed, over %s',
    async (door) => {
      const slack = await startStrict({ delivery: door, ackTimeoutMs: 300, retryDelaysMs: Array(100).fill(100) });
      const port = await findFreePort();
      if (door === 'http') slack.useHttp(`http://127.0.0.1:${port}/slack/events`);
      const first = boot(slack, door, port);
      const heard = Array.from({ length: 10 }, (_, index) => slack.mention({ text: `question ${index}` }));
      await Promise.all(heard);
      first.kill('SIGKILL');
      const unheard = Array.from({ length: 10 }, (_, index) => slack.mention({ text: `autre question ${index}` }));
      await once(first, 'exit');
      boot(slack, door, port);
      const { ts } = await slack.mention({ text: 'Toujours là ?' });
      expect((await Promise.all([...heard, ...unheard])).every(({ acked }) => acked)).toBe(true);
      await slack.waitFor(() => slack.messages().some(({ thread_ts }) => thread_ts === ts));
      expect(slack.violations).toEqual([]);
    },
    15_000,
  );
});
