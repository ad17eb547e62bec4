import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { BaseProrata, FinancementInput } from '#tools/financement/financement.ts';
import { findAnnees } from '#tools/financement/find-annees.ts';
import { renderFinancementJson } from '../render/render-financement-json.ts';
import { readReferentiel } from './bareme/read-bareme.ts';
import type { Command, Io } from './command.ts';
import { type Options, openOptions } from './options/open-options.ts';
import { parseChoix } from './options/parse-choix.ts';
import { parseNombre } from './options/parse-nombre.ts';
import { readContrat } from './options/read-contrat.ts';
import { readMissions } from './options/read-missions.ts';
import { readTaille } from './options/read-taille.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { renderFinancementText } from './render-financement-text.ts';
import { toJsonText } from './to-json-text.ts';
import { toOptionProblems } from './to-option-problems.ts';
import { warnJoursFuturs } from './warn-jours-futurs.ts';

/** `cpts financement`: what is due for a contract year, or for the whole contract. */
export const financementCommand: Command = {
  summary: 'ce qui est dû pour l’année de contrat demandée, ou pour le contrat entier',
  usage: `financement [--population HABITANTS | --taille NUMERO] [--signature DATE] [--renouvellement DATE]
            [--as-of DATE] [--annee RANG | --contrat-entier] [--membres NOMBRE] [--prorata jours|mois]
            [--mission CODE[:fixe=EUROS][:variable=EUROS][:demarrage=DATE][:taux=PART | :atteint=EUROS] …]
            [--bareme FICHIER.yaml] [--profil FICHIER.json] [--json]`,
  exemple: 'financement --population 85000 --signature 2022-05-10 --annee 1',
  run,
};

const SPEC = {
  population: 'text',
  taille: 'text',
  signature: 'text',
  renouvellement: 'text',
  'as-of': 'text',
  annee: 'text',
  'contrat-entier': 'flag',
  membres: 'text',
  prorata: 'text',
  mission: 'list',
  profil: 'text',
  bareme: 'text',
  json: 'flag',
} as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const { input, asOf } = readInput(options, io);
  const referentiel = readReferentiel(options, io);
  options.check();
  options.report(...toOptionProblems(checkFinancementInput(input, referentiel.parametres)));
  options.check();
  const { parametres } = referentiel;
  const outcome = warnJoursFuturs(
    computeFinancement(input, parametres, asOf),
    [asOf, ...listJoursDeDroit(input, parametres, asOf)],
    io.today,
  );
  const json = options.has('json');
  io.out(json ? toJsonText(renderFinancementJson(outcome, referentiel)) : renderFinancementText(outcome, referentiel));
  return 0;
}

/** Days whose law was applied: the first day of each contract year. */
function listJoursDeDroit(input: FinancementInput, parametres: Parametres, asOf: CalendarDate) {
  const annees = findAnnees(input, parametres, asOf);
  return annees.kind === 'computed' ? annees.value.map(({ jourDeDroit }) => jourDeDroit) : [];
}

function readInput(options: Options, io: Io): { readonly input: FinancementInput; readonly asOf: CalendarDate } {
  const { asOf, signature, renouvellement, profil } = readContrat(options, io);
  const input: FinancementInput = {
    ...readTaille(options, profil),
    signature,
    renouvellement,
    annee: readAnnee(options),
    membres: options.take('membres', (text) => parseNombre(text, '120')) ?? profil?.membres,
    prorata: options.take('prorata', (text) => parseChoix<BaseProrata>(text, ['jours', 'mois'])),
    missions: readMissions(options, ['fixe', 'variable', 'demarrage', 'taux', 'atteint'], profil, io.today),
  };
  return { input, asOf };
}

function readAnnee(options: Options): FinancementInput['annee'] {
  const rang = options.take('annee', (text) => parseNombre(text, '2'));
  if (!options.has('contrat-entier')) return rang;
  if (rang !== undefined) options.report({ champ: '--annee', message: { code: 'cli-annee-et-contrat', args: {} } });
  return 'contrat-entier';
}
