import { once } from 'node:events';
import { type AssembleOptions, type Assembly, assemble, findAdapters, openStore } from './assemble.ts';
import type { Env } from './env.ts';
import { findToday } from './find-today.ts';
import { appendJournal, runProgram } from './run-program.ts';
import { findSlackSettings } from './slack/find-slack-settings.ts';
import type { Incident } from './tell-error.ts';
import { chat } from './terminal/chat.ts';

const ARGUMENTS_REFUSED =
  "npm start ouvre la conversation et ne prend pas d'argument. Pour une commande, écrivez : npm run -s cpts -- COMMANDE\n";

await runProgram(main);

/** `npm start`: Slack when its tokens are given, else the terminal chat. */
async function main(env: Env): Promise<number> {
  if (process.argv.length > 2) {
    process.stderr.write(ARGUMENTS_REFUSED);
    return 2;
  }
  const journal = (incident: Incident) => appendJournal(env.DATA_DIR, incident);
  const adapters = await findAdapters(env, journal);
  const assembly = assemble(undefined, adapters);
  // Answers do not wait for it: they are good without, and better once it is there.
  const leaving = new AbortController();
  const prepared = assembly.prepareRemote?.(leaving.signal);
  try {
    await converse(env, assembly, adapters, journal);
  } finally {
    leaving.abort();
    await prepared;
  }
  return 0;
}

async function converse(
  env: Env,
  assembly: Assembly,
  { model }: AssembleOptions,
  journal: (incident: Incident) => void,
): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const settings = findSlackSettings(env);
  if (!settings) {
    const progress = stderr.isTTY ? (text: string) => void stderr.write(text) : undefined;
    const streams = { input: stdin, output: stdout, journal: stderr, columns: stdout.columns, progress };
    return chat(assembly, streams, findToday);
  }
  // Slack waits a few seconds at most for the first answer too.
  await model?.prepare?.();
  // Loaded only when it serves: the chat starts without it.
  const { runSlack } = await import('./slack/run-slack.ts');
  await runSlack(settings, assembly, await openStore(env), {
    print: (line) => void stdout.write(`${line}\n`),
    journal,
    stopped: waitForStop(),
  });
}

/** Settles at the first Ctrl-C, or when the service is asked to stop; the second Ctrl-C ends at once, as usual. */
async function waitForStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
