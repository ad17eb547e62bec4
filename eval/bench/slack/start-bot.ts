import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ROOT, readStartCommand } from '../start-command.ts';
import type { Children } from './children.ts';

/** The real program, connected. */
export type Bot = {
  readonly pid: number;
  /** From the launch of Node to the line that says that it is connected. */
  readonly readyMs: number;
  /** Where it takes Slack's requests, over HTTP. */
  readonly eventsUrl: string | undefined;
  stop(): Promise<void>;
};

/** How it is started: its whole environment, and more options for Node. */
export type BotSettings = { readonly env: Readonly<Record<string, string>>; readonly node: readonly string[] };

const CONNECTED = /^Connecté à Slack/m;
const LISTENING = /(?<address>http:\/\/\S+\/slack\/events)/;
/** A bot that says nothing for so long is broken. */
const PATIENCE_MS = 30_000;

/**
 * Starts the bot as `npm start` does.
 * @throws {Error} when it does not connect
 */
export async function startBot({ env, node }: BotSettings, children: Children): Promise<Bot> {
  const { flags, file } = readStartCommand();
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, ...node, file], {
    cwd: ROOT,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.adopt(child, 'the bot');
  const hear = listen(child.stdout);
  await hear(CONNECTED);
  const readyMs = performance.now() - started;
  const listening = env.SLACK_SIGNING_SECRET ? await hear(LISTENING) : undefined;
  return { pid: child.pid ?? 0, readyMs, eventsUrl: listening?.groups?.address, stop: () => children.end(child) };
}

/** Waits for lines of a program. */
function listen(output: Readable): (line: RegExp) => Promise<RegExpExecArray> {
  let said = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return function hear(line) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the bot did not say ${line}`)), PATIENCE_MS);
      function look(): void {
        const heard = line.exec(said);
        if (heard === null) return;
        clearTimeout(timer);
        output.off('data', look);
        resolve(heard);
      }
      output.on('data', look);
      look();
    });
  };
}
