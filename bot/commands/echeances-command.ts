import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { EcheancesInput } from '#tools/echeances/echeance.ts';
import { renderEcheancesJson } from '../render/render-echeances-json.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { parseDate } from './options/parse-date.ts';
import { readContrat } from './options/read-contrat.ts';
import { readIcs } from './options/read-ics.ts';
import { readMissions } from './options/read-missions.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { renderEcheancesText } from './render-echeances-text.ts';
import { toJsonText } from './to-json-text.ts';
import { toOptionProblems } from './to-option-problems.ts';
import { warnJoursFuturs } from './warn-jours-futurs.ts';
import { writeIcs } from './write-ics.ts';

/** `cpts echeances`: deadlines and dates of a contract, and the silence of the ARS on a project filed. */
export const echeancesCommand: Command = {
  summary: 'échéances d’un contrat : missions, anniversaires, avances, terme, silence de l’ARS',
  usage: `echeances [--signature DATE] [--renouvellement DATE] [--projet-depose DATE] [--as-of DATE]
          [--mission CODE[:demarrage=DATE][:deploiement=DATE] …] [--profil FICHIER.json] [--json]
          [--ics FICHIER.ics|- [--ics-rappels JOURS,JOURS|aucun] [--ics-a-venir] [--ics-revision N]]`,
  exemple: 'echeances --signature 2025-01-15 --mission prevention:demarrage=2025-09-01',
  run,
};

const SPEC = {
  signature: 'text',
  renouvellement: 'text',
  'projet-depose': 'text',
  'as-of': 'text',
  mission: 'list',
  profil: 'text',
  ics: 'text',
  'ics-rappels': 'text',
  'ics-revision': 'text',
  'ics-a-venir': 'flag',
  json: 'flag',
} as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const { asOf, signature, renouvellement, profil } = readContrat(options, io);
  const input: EcheancesInput = {
    signature,
    renouvellement,
    projetDepose: options.take('projet-depose', (text) => parseDate(text, io.today)),
    missions: readMissions(options, ['demarrage', 'deploiement'], profil, io.today),
  };
  const wanted = readIcs(options);
  options.check();
  const referentiel = io.referentiel();
  options.report(...toOptionProblems(checkEcheancesInput(input, referentiel.parametres)));
  options.check();
  const computed = computeEcheances(input, referentiel.parametres, asOf);
  const outcome = warnJoursFuturs(computed, [asOf, signature, renouvellement, input.projetDepose], io.today);
  const ics = wanted && writeIcs(outcome, input, profil?.nom, wanted, io);
  if (wanted?.path === '-') {
    if (ics?.fichier === null) io.err(renderEcheancesText(outcome, referentiel, ics.message));
    return 0;
  }
  if (options.has('json')) {
    const { message, ...written } = ics ?? {};
    io.out(toJsonText({ ...renderEcheancesJson(outcome, referentiel), ...(ics ? { ics: written } : {}) }));
  } else io.out(renderEcheancesText(outcome, referentiel, ics?.message));
  return 0;
}
