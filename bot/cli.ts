import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Command, Io } from './commands/command.ts';
import { corpusCommand } from './commands/corpus-command.ts';
import { echeancesCommand } from './commands/echeances-command.ts';
import { financementCommand } from './commands/financement-command.ts';
import { loadReferentiel, type Referentiel } from './commands/load-referentiel.ts';
import { montantCommand } from './commands/montant-command.ts';
import { runCommandLine } from './commands/run-command-line.ts';
import { tailleCommand } from './commands/taille-command.ts';

/** Every command of the terminal, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  taille: tailleCommand,
  financement: financementCommand,
  echeances: echeancesCommand,
  montant: montantCommand,
  corpus: corpusCommand,
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
  let loaded: Referentiel | undefined;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    today: findToday(),
    readFile: (path) => readFileSync(path, 'utf8'),
    env: process.env,
    referentiel() {
      loaded ??= loadReferentiel(ROOT);
      return loaded;
    },
  };
}

/** Today in Paris, whatever the zone of the machine. */
function findToday(): CalendarDate {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  return format.format(new Date()) as CalendarDate;
}
