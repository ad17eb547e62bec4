import { type Env, loadEnv } from './env.ts';
import { type Incident, tellError } from './tell-error.ts';

/** Folder of the journal while the settings are not read. */
const DEFAULT_DATA_DIR = './data';

/**
 * Edge of the process, the same for the chat and the commands: settings, closed pipes, errors.
 * @param program runs with the settings and gives the exit code
 */
export async function runProgram(program: (env: Env) => Promise<number>): Promise<void> {
  // A reader that stops early (« | head ») is not an error.
  process.stdout.on('error', () => process.exit(0));
  let dataDir = DEFAULT_DATA_DIR;
  try {
    const env = loadEnv();
    dataDir = env.DATA_DIR;
    process.exitCode = await program(env);
  } catch (error) {
    tellError(error, {
      err: (text) => void process.stderr.write(text),
      log: (incident) => appendJournal(dataDir, incident),
    });
    process.exitCode = 1;
  }
}

/** Adds an incident to the log of `DATA_DIR`; the log is loaded only then, since most commands have none to tell. */
export function appendJournal(dataDir: string, incident: Incident): void {
  // The process does not end before it is written: nothing asks it to, but its last work.
  void Promise.all([import('./operation/create-log.ts'), import('./operation/open-journal.ts')]).then(
    ([{ createLog }, { openJournal }]) => createLog('warn', openJournal(dataDir)).incident(incident),
  );
}
