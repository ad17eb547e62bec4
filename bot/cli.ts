import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Assembly, assemble, findIndexFolder } from './assemble.ts';
import { askCommand } from './commands/ask-command.ts';
import type { Command, Io } from './commands/command.ts';
import { corpusCommand } from './commands/corpus-command.ts';
import { echeancesCommand } from './commands/echeances-command.ts';
import { financementCommand } from './commands/financement-command.ts';
import { indexCommand } from './commands/index-command.ts';
import { loadReferentiel, type Referentiel } from './commands/load-referentiel.ts';
import { montantCommand } from './commands/montant-command.ts';
import { rejouerCommand } from './commands/rejouer-command.ts';
import { runCommandLine } from './commands/run-command-line.ts';
import { tailleCommand } from './commands/taille-command.ts';
import { readEnv } from './env.ts';
import { findToday } from './find-today.ts';
import { openReceiptStore } from './receipts/receipt-store.ts';

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
  process.exitCode = await runCommandLine(process.argv.slice(2), COMMANDS, createIo());
}

function createIo(): Io {
  const env = readEnv();
  let loaded: Referentiel | undefined;
  let assembly: Assembly | undefined;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    today: findToday(),
    readFile: (path) => readFileSync(path, 'utf8'),
    dataDir: env.DATA_DIR,
    assembly() {
      assembly ??= assemble(undefined, findIndexFolder(env.DATA_DIR));
      return assembly;
    },
    receipts: () => openReceiptStore(env.DATA_DIR),
    referentiel() {
      loaded ??= loadReferentiel(ROOT);
      return loaded;
    },
  };
}
