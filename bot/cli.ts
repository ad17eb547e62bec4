import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BotError } from '#corpus/law/bot-error.ts';
import { type AssembleOptions, type Assembly, assemble, findAdapters } from './assemble.ts';
import { askCommand } from './commands/ask-command.ts';
import type { Command, Io } from './commands/command.ts';
import { corpusCommand } from './commands/corpus-command.ts';
import { echeancesCommand } from './commands/echeances-command.ts';
import { financementCommand } from './commands/financement-command.ts';
import { indexCommand } from './commands/index-command.ts';
import { loadReferentiel } from './commands/load-referentiel.ts';
import { montantCommand } from './commands/montant-command.ts';
import { rejouerCommand } from './commands/rejouer-command.ts';
import { runCommandLine } from './commands/run-command-line.ts';
import { tailleCommand } from './commands/taille-command.ts';
import { type Env, loadEnv } from './env.ts';
import { findToday } from './find-today.ts';
import { openReceiptStore } from './receipts/receipt-store.ts';
import type { Referentiel } from './render/referentiel.ts';

/** Every command of the terminal, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ask: askCommand,
  taille: tailleCommand,
  financement: financementCommand,
  echeances: echeancesCommand,
  montant: montantCommand,
  corpus: corpusCommand,
  index: indexCommand,
  rejouer: rejouerCommand,
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (import.meta.main) await main();

/** Edge of the process: clock, arguments, files, streams. */
async function main(): Promise<void> {
  // A reader that stops early (« | head ») is not an error.
  process.stdout.on('error', () => process.exit(0));
  try {
    const env = loadEnv();
    const io = createIo(env, await findAdapters(env));
    process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, io);
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    process.stderr.write(`${error.message}\n${error.remedy} [${error.code}]\n`);
    process.exitCode = 1;
  }
}

function createIo(env: Env, adapters: AssembleOptions): Io {
  let loaded: Referentiel | undefined;
  let assembly: Assembly | undefined;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: process.stdout.columns,
    log: (entry) => appendJournal(env.DATA_DIR, entry),
    today: findToday(),
    readFile: (path) => readFileSync(path, 'utf8'),
    dataDir: env.DATA_DIR,
    assembly(indexFolder = adapters.indexFolder) {
      assembly ??= assemble(undefined, { ...adapters, indexFolder });
      return assembly;
    },
    receipts: () => openReceiptStore(env.DATA_DIR),
    referentiel() {
      loaded ??= loadReferentiel(ROOT);
      return loaded;
    },
  };
}

/** One JSON line an incident, under `DATA_DIR`; a folder that cannot be written must not hide the answer. */
function appendJournal(dataDir: string, entry: { readonly code: string; readonly exception: string }): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    appendFileSync(join(dataDir, 'journal.log'), `${JSON.stringify({ jour: findToday(), ...entry })}\n`);
  } catch {
    process.stderr.write(`${entry.code} : le journal de DATA_DIR ne peut pas être écrit\n`);
  }
}
