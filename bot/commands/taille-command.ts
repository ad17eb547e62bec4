import { toMessage } from '#corpus/law/message.ts';
import { checkPopulation } from '#tools/taille/check-population.ts';
import { computeTaille } from '#tools/taille/compute-taille.ts';
import { renderTailleJson } from '../render/render-taille-json.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { parseNombre } from './options/parse-nombre.ts';
import { toExemple } from './options/parsed.ts';
import { readAsOf } from './options/read-contrat.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { renderTailleText } from './render-taille-text.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';
import { warnJoursFuturs } from './warn-jours-futurs.ts';

/** `cpts taille`: size of a CPTS from the population it covers. */
export const tailleCommand: Command = {
  summary: 'taille d’une CPTS d’après sa population',
  usage: 'taille --population HABITANTS [--as-of DATE] [--json]',
  exemple: 'taille --population 85000',
  run,
};

const SPEC = { population: 'text', 'as-of': 'text', json: 'flag' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const population = options.take('population', (text) => parseNombre(text, '85000'));
  const asOf = readAsOf(options, io);
  const problem = population === undefined ? undefined : checkPopulation(population);
  if (problem) options.report({ ...problem, champ: '--population' });
  options.check();
  if (population === undefined) {
    const message = toMessage('cli-option-obligatoire', { exemple: toExemple('--population 85000') });
    throw new UsageError([{ champ: '--population', message }]);
  }
  const referentiel = io.referentiel();
  const outcome = warnJoursFuturs(computeTaille(population, referentiel.parametres, asOf), [asOf], io.today);
  const json = options.has('json');
  io.out(
    json
      ? toJsonText(renderTailleJson(outcome, population, referentiel))
      : renderTailleText(outcome, population, referentiel),
  );
  return 0;
}
