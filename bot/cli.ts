import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Adapters, type Assembly, assemble, findAdapters } from './assemble.ts';
import { askCommand } from './commands/ask-command.ts';
import { baremeCommand } from './commands/bareme-command.ts';
import { chronologieCommand } from './commands/chronologie-command.ts';
import type { Command, Io } from './commands/command.ts';
import { comparerCommand } from './commands/comparer-command.ts';
import { corpusCommand } from './commands/corpus-command.ts';
import { digestCommand } from './commands/digest-command.ts';
import { echeancesCommand } from './commands/echeances-command.ts';
import { financementCommand } from './commands/financement-command.ts';
import { imageCommand } from './commands/image-command.ts';
import { indemnitesCommand } from './commands/indemnites-command.ts';
import { indexCommand } from './commands/index-command.ts';
import { loadReferentiel } from './commands/load-referentiel.ts';
import { lotCommand } from './commands/lot-command.ts';
import { modeleCommand } from './commands/modele-command.ts';
import { montantCommand } from './commands/montant-command.ts';
import { oublierCommand } from './commands/oublier-command.ts';
import { rejouerCommand } from './commands/rejouer-command.ts';
import { restaurerCommand } from './commands/restaurer-command.ts';
import { retrievalCommand } from './commands/retrieval-command.ts';
import { runCommandLine } from './commands/run-command-line.ts';
import { sauvegardeCommand } from './commands/sauvegarde-command.ts';
import { tailleCommand } from './commands/taille-command.ts';
import { verifierCommand } from './commands/verifier-command.ts';
import type { Env } from './env.ts';
import { findToday } from './find-today.ts';
import { findModelSettings } from './model/find-model-settings.ts';
import { openOutput } from './open-output.ts';
import { openReceiptStore } from './receipts/receipt-store.ts';
import type { Referentiel } from './render/referentiel.ts';
import { appendJournal, runProgram } from './run-program.ts';

/** Every command of the terminal, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ask: askCommand,
  taille: tailleCommand,
  financement: financementCommand,
  echeances: echeancesCommand,
  montant: montantCommand,
  verifier: verifierCommand,
  comparer: comparerCommand,
  chronologie: chronologieCommand,
  indemnites: indemnitesCommand,
  image: imageCommand,
  digest: digestCommand,
  corpus: corpusCommand,
  index: indexCommand,
  rejouer: rejouerCommand,
  bareme: baremeCommand,
  lot: lotCommand,
  modele: modeleCommand,
  retrieval: retrievalCommand,
  sauvegarde: sauvegardeCommand,
  restaurer: restaurerCommand,
  oublier: oublierCommand,
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (import.meta.main) {
  await runProgram(async (env) =>
    runCommandLine(
      process.argv.slice(2),
      COMMANDS,
      createIo(env, await findAdapters(env, (incident) => appendJournal(env.DATA_DIR, incident))),
    ),
  );
}

function createIo(env: Env, adapters: Adapters): Io {
  let loaded: Referentiel | undefined;
  let assembly: Assembly | undefined;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: process.stdout.columns,
    log: (entry) => appendJournal(env.DATA_DIR, entry),
    today: findToday(),
    readFile: (path) => readFileSync(path, 'utf8'),
    writeFile: (path, content) => writeFileSync(path, content, { flag: 'wx' }),
    readBytes: (path) => readFileSync(path === '-' ? 0 : path),
    openOutput,
    errIsTerminal: process.stderr.isTTY === true,
    dataDir: env.DATA_DIR,
    modelSettings: findModelSettings(env),
    assembly(indexFolder = adapters.indexFolder) {
      assembly ??= assemble(undefined, { ...adapters, indexFolder });
      return assembly;
    },
    openStore: adapters.openStore,
    receipts: () => openReceiptStore(env.DATA_DIR),
    referentiel() {
      loaded ??= loadReferentiel(ROOT);
      return loaded;
    },
  };
}
