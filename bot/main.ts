import { once } from 'node:events';
import { assemble, findAdapters, openStore } from './assemble.ts';
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
  const { stdin, stdout, stderr } = process;
  if (process.argv.length > 2) {
    stderr.write(ARGUMENTS_REFUSED);
    return 2;
  }
  const settings = findSlackSettings(env);
  const journal = (incident: Incident) => appendJournal(env.DATA_DIR, incident);
  const adapters = await findAdapters(env, journal);
  const assembly = assemble(undefined, adapters);
  if (!settings) {
    const progress = stderr.isTTY ? (text: string) => void stderr.write(text) : undefined;
    const streams = { input: stdin, output: stdout, journal: stderr, columns: stdout.columns, progress };
    await chat(assembly, streams, findToday);
    return 0;
  }
  // Slack waits a few seconds at most for the first answer too.
  await adapters.model?.prepare?.();
  // Loaded only when it serves: the chat starts without it.
  const { runSlack } = await import('./slack/run-slack.ts');
  await runSlack(settings, assembly, await openStore(env.DATA_DIR), {
    print: (line) => void stdout.write(`${line}\n`),
    journal,
    stopped: waitForStop(),
  });
  return 0;
}

/** Settles at the first Ctrl-C, or when the service is asked to stop; the second Ctrl-C ends at once, as usual. */
async function waitForStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
