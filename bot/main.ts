import { once } from 'node:events';
import { type AssembleOptions, type Assembly, assemble, findAdapters } from './assemble.ts';
import type { Env } from './env.ts';
import { findToday } from './find-today.ts';
import { measureModel } from './operation/measure-model.ts';
import { appendJournal, runProgram } from './run-program.ts';
import { findSlackSettings } from './slack/find-slack-settings.ts';
import type { SlackSettings } from './slack/slack-parts.ts';
import { type Incident, toIncident } from './tell-error.ts';
import { chat } from './terminal/chat.ts';

const ARGUMENTS_REFUSED =
  "npm start ouvre la conversation et ne prend pas d'argument. Pour une commande, écrivez : npm run -s cpts -- COMMANDE\n";

/** Time given to everything once the bot is asked to stop, in milliseconds; what hangs longer is left behind. */
const LONGEST_STOP_MS = 9500;

await runProgram(main);

/** `npm start`: Slack when its tokens are given, else the terminal chat. */
async function main(env: Env): Promise<number> {
  if (process.argv.length > 2) {
    process.stderr.write(ARGUMENTS_REFUSED);
    return 2;
  }
  const settings = findSlackSettings(env);
  await (settings ? connect(env, settings) : talk(env));
  return 0;
}

/** The chat of the terminal. */
async function talk(env: Env): Promise<void> {
  const adapters = await findAdapters(env, (incident) => appendJournal(env.DATA_DIR, incident));
  const { stdin, stdout, stderr } = process;
  const progress = stderr.isTTY ? (text: string) => void stderr.write(text) : undefined;
  const streams = { input: stdin, output: stdout, journal: stderr, columns: stdout.columns, progress };
  await withAssembly(adapters, (assembly) => chat(assembly, streams, findToday));
}

/** Slack, with the log, the meters and the health pages of whoever runs the bot. */
async function connect(env: Env, settings: SlackSettings): Promise<void> {
  // Loaded only when it serves: the chat starts without it.
  const { openOperation } = await import('./operation/open-operation.ts');
  const operation = await openOperation(env);
  const { journal, meters, readiness } = operation;
  noteCrash(journal);
  try {
    const adapters = await findAdapters(env, journal);
    const model = adapters.model && measureModel(adapters.model, meters);
    await withAssembly({ ...adapters, model }, async (assembly) => {
      readiness.hold('corpus', () => true);
      operation.tellBuild(assembly.hashes);
      // Slack waits a few seconds at most for the first answer too.
      await model?.prepare?.();
      const { runSlack } = await import('./slack/run-slack.ts');
      const print = (line: string) => void process.stdout.write(`${line}\n`);
      const stopped = waitForStop();
      await runSlack(settings, assembly, await adapters.openStore(), { print, journal, operation, stopped });
    });
  } finally {
    // Last: whoever watches sees the bot leave.
    await operation.close();
  }
}

async function withAssembly(adapters: AssembleOptions, use: (assembly: Assembly) => Promise<void>): Promise<void> {
  const assembly = assemble(undefined, adapters);
  // Answers do not wait for it: they are good without, and better once it is there.
  const leaving = new AbortController();
  const prepared = assembly.prepareRemote?.(leaving.signal);
  try {
    await use(assembly);
  } finally {
    leaving.abort();
    await prepared;
  }
}

/** A defect that nobody caught ends the process; Node would print it with the words that it quotes. */
function noteCrash(journal: (incident: Incident) => void): void {
  process.once('uncaughtException', (error) => {
    journal(toIncident(error));
    process.exit(1);
  });
}

/** Settles at the first Ctrl-C, or when the service is asked to stop; the second Ctrl-C ends at once, as usual. */
async function waitForStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  // A call that hangs, to Slack or to a model, would keep the process; its work is in the store.
  setTimeout(() => process.exit(), LONGEST_STOP_MS).unref();
}
