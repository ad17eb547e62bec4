import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, loadEnv } from './env.ts';
import { findToday } from './find-today.ts';
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

/** One JSON line an incident, under `DATA_DIR`; a folder that cannot be written must not hide the answer. */
export function appendJournal(dataDir: string, incident: Incident): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    appendFileSync(join(dataDir, 'journal.log'), `${JSON.stringify({ jour: findToday(), ...incident })}\n`);
  } catch {
    process.stderr.write(`${incident.code} : le journal de DATA_DIR ne peut pas être écrit\n`);
  }
}
