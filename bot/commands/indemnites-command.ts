import { toMessage } from '#corpus/law/message.ts';
import { computeReste } from '#tools/indemnites/compute-reste.ts';
import { renderIndemnitesJson } from '../render/render-indemnites-json.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { parseAnnee } from './options/parse-annee.ts';
import { parseMontant } from './options/parse-montant.ts';
import { toExemple } from './options/parsed.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { renderIndemnitesText } from './render-indemnites-text.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts indemnites`: the most that a member may be paid over a civil year. */
export const indemnitesCommand: Command = {
  summary: 'le plafond de ce qu’un membre peut recevoir dans l’année, et ce qu’il en reste',
  usage: 'indemnites --annee AAAA [--verse EUROS] [--json]',
  exemple: 'indemnites --annee 2026 --verse 12000',
  run,
};

const SPEC = { annee: 'text', verse: 'text', json: 'flag' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const annee = options.take('annee', parseAnnee);
  const verse = options.take('verse', parseMontant);
  options.check();
  if (annee === undefined) {
    const message = toMessage('cli-option-obligatoire', { exemple: toExemple('--annee 2026') });
    throw new UsageError([{ champ: '--annee', message }]);
  }
  const referentiel = io.referentiel();
  const outcome = computeReste(annee, verse, referentiel.parametres, io.today);
  const json = options.has('json');
  io.out(
    json ? toJsonText(renderIndemnitesJson(outcome, annee, referentiel)) : renderIndemnitesText(outcome, referentiel),
  );
  return 0;
}
