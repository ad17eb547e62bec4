import { checkBornage, computeChronologie } from '#tools/chronologie/compute-chronologie.ts';
import { renderChronologieJson } from '../render/render-chronologie-json.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { parseDate } from './options/parse-date.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { renderChronologieText } from './render-chronologie-text.ts';
import { toJsonText } from './to-json-text.ts';
import { toOptionProblems } from './to-option-problems.ts';

/** `cpts chronologie`: the story of the texts, and which of them hold on a day. */
export const chronologieCommand: Command = {
  summary: 'l’histoire des textes, et ce qui était en vigueur à une date donnée',
  usage: 'chronologie [--du DATE] [--au DATE] [--json]   (même date de part et d’autre : ce qui valait ce jour-là)',
  exemple: 'chronologie --du 2022-01-01 --au 2022-12-31',
  run,
};

const SPEC = { du: 'text', au: 'text', json: 'flag' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const bornage = {
    du: options.take('du', (text) => parseDate(text, io.today)),
    au: options.take('au', (text) => parseDate(text, io.today)),
  };
  options.report(...toOptionProblems(checkBornage(bornage)));
  options.check();
  const referentiel = io.referentiel();
  const { parametres, corpus } = referentiel;
  const archives = { parametres, textes: [...corpus.textes.values()], passages: corpus.passages };
  const outcome = computeChronologie(bornage, archives, io.today);
  const json = options.has('json');
  io.out(
    json
      ? toJsonText(renderChronologieJson(outcome, bornage, referentiel))
      : renderChronologieText(outcome, bornage, referentiel),
  );
  return 0;
}
