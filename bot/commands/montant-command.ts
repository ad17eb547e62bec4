import { toMessage } from '#corpus/law/message.ts';
import { findLectures } from '#tools/montant/find-lectures.ts';
import { listMontantsDePassages } from '../list-montants-de-passages.ts';
import { renderMontantJson } from '../render/render-montant-json.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { parseMontant } from './options/parse-montant.ts';
import { toExemple } from './options/parsed.ts';
import { readAsOf } from './options/read-contrat.ts';
import { renderMontantText } from './render-montant-text.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';
import { warnJoursFuturs } from './warn-jours-futurs.ts';

/** `cpts montant`: what an amount met somewhere can be. */
export const montantCommand: Command = {
  summary: 'ce que peut désigner un montant rencontré : règle, proposition, plafond, chiffre de presse',
  usage: 'montant EUROS [--as-of DATE] [--json]',
  exemple: 'montant 56250',
  run,
};

const SPEC = { 'as-of': 'text', json: 'flag' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  const asOf = readAsOf(options, io);
  // « montant 56 250 € » comes as several words.
  const typed = options.positionals.join(' ');
  const parsed = typed === '' ? undefined : parseMontant(typed);
  if (parsed?.kind === 'problem') options.report({ champ: 'montant', message: parsed.message });
  options.check();
  if (parsed?.kind !== 'value') {
    const message = toMessage('cli-montant-manquant', { exemple: toExemple('montant 56250') });
    throw new UsageError([{ champ: 'montant', message }]);
  }
  const referentiel = io.referentiel();
  const { parametres, corpus } = referentiel;
  const listDePassages = () => listMontantsDePassages(corpus.passages, asOf);
  const outcome = warnJoursFuturs(findLectures(parsed.value, listDePassages, parametres, asOf), [asOf], io.today);
  const json = options.has('json');
  io.out(
    json
      ? toJsonText(renderMontantJson(outcome, parsed.value, referentiel))
      : renderMontantText(outcome, parsed.value, referentiel),
  );
  return 0;
}
