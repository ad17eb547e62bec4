import { addMonths, type CalendarDate, FIRST_DAY, findWholeMonths, LAST_DAY } from '#corpus/law/calendar-date.ts';
import { type MessageArg, toDonnee, toMessage } from '#corpus/law/message.ts';
import type { MissionCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type DatesContrat, findDureeAns } from '../contrat/find-annee-contrat.ts';
import type { InputProblem } from '../outcome.ts';
import { checkPopulation } from '../taille/check-population.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { FinancementInput, MissionSaisie } from './financement.ts';

/**
 * Everything wrong in what was given, field by field, before anything is computed.
 * @returns an empty list when the input can be used
 * @legal sizes, missions and length of the contract are those of corpus/parametres; the other bounds are guards
 */
export function checkFinancementInput(input: FinancementInput, parametres: Parametres): readonly InputProblem[] {
  return [
    ...checkTaille(input, parametres),
    ...checkDatesContrat(input, parametres),
    ...checkCount('membres', input.membres),
    ...checkAnnee(input, parametres),
    ...input.missions.flatMap((mission) => checkMission(mission, input, parametres)),
    ...listMissionsRepeated(input.missions),
  ];
}

/**
 * Problems of a day: outside the years the bot reasons about.
 * @legal none: bounds of the calendar of the project
 */
export function checkJour(champ: string, date: CalendarDate | undefined): readonly InputProblem[] {
  if (date === undefined || (date >= FIRST_DAY && date <= LAST_DAY)) return [];
  const args = { jour: toDate(date), premier: toDate(FIRST_DAY), dernier: toDate(LAST_DAY) };
  return [{ champ, message: toMessage('date-hors-bornes', args) }];
}

/**
 * Problems of a mission code: not one of the missions of the accord.
 * @legal missions of the ACI CPTS and avenant 2, in corpus/parametres
 */
export function checkMissionCode(code: string, { missions }: Parametres): readonly InputProblem[] {
  if (missions.missions.some((mission) => mission.code === code)) return [];
  const codes = missions.missions.map((mission) => mission.code).join(', ');
  const args = { code: toDonnee(code), codes: toDonnee(codes) };
  return [{ champ: 'mission', message: toMessage('mission-inconnue', args) }];
}

function checkTaille({ population, taille }: FinancementInput, { tailles }: Parametres): readonly InputProblem[] {
  const problem = population === undefined ? undefined : checkPopulation(population);
  if (problem) return [problem];
  if (taille === undefined) return [];
  const classes = tailles.valeurs.at(-1)?.valeur.classes ?? [];
  const found = classes.find((candidate) => candidate.taille === taille);
  if (!found) {
    const valeurs = classes.map((candidate) => toNumeroTaille(candidate.taille)).join(', ');
    const args = { valeur: toDonnee(taille.replace('taille', '')), valeurs: toDonnee(valeurs) };
    return [{ champ: 'taille', message: toMessage('taille-inconnue', args) }];
  }
  if (population === undefined) return [];
  if (population >= found.de && (found.a === null || population <= found.a)) return [];
  const args = {
    population: { kind: 'population', habitants: population },
    taille: { kind: 'taille', numero: toNumeroTaille(taille) },
  } as const;
  return [{ champ: 'taille', message: toMessage('taille-contraire-population', args) }];
}

/**
 * Problems of the dates of a contract: out of bounds, a renewal alone, or before the term.
 * @legal term of the five-year contract of the ACI CPTS, in corpus/parametres
 */
export function checkDatesContrat(
  { signature, renouvellement }: DatesContrat,
  parametres: Parametres,
): readonly InputProblem[] {
  const problems = [...checkJour('signature', signature), ...checkJour('renouvellement', renouvellement)];
  if (!renouvellement || problems.length > 0) return problems;
  if (!signature) return [{ champ: 'signature', message: toMessage('renouvellement-sans-signature') }];
  const terme = addMonths(signature, 12 * findDureeAns(parametres, signature));
  if (renouvellement >= terme) return [];
  const args = { renouvellement: toDate(renouvellement), terme: toDate(terme) };
  return [{ champ: 'renouvellement', message: toMessage('renouvellement-avant-terme', args) }];
}

function checkAnnee(
  { annee, signature, renouvellement }: FinancementInput,
  parametres: Parametres,
): readonly InputProblem[] {
  if (annee === undefined || annee === 'contrat-entier') return [];
  const dureeAns = parametres.dureeContrat.valeurs.at(-1)?.valeur ?? 1;
  const max = renouvellement && signature ? 2 * dureeAns : dureeAns;
  if (Number.isInteger(annee) && annee >= 1 && annee <= max) return [];
  const args = { valeur: toNumber(annee), min: toNumber(1), max: toNumber(max) };
  // Years that a renewal would bring exist: what is missing is its day.
  const isRenewed = !renouvellement && Number.isInteger(annee) && annee > max && annee <= 2 * dureeAns;
  return [{ champ: 'annee', message: toMessage(isRenewed ? 'annee-apres-terme' : 'annee-impossible', args) }];
}

function checkMission(
  mission: MissionSaisie,
  input: FinancementInput,
  parametres: Parametres,
): readonly InputProblem[] {
  const { code, demarrage, taux, atteint, variable } = mission;
  const problems: InputProblem[] = [...checkMissionCode(code, parametres), ...checkJour('demarrage', demarrage)];
  const arg = { kind: 'mission', code } as const;
  if (demarrage && input.signature && demarrage < input.signature) {
    const args = { mission: arg, demarrage: toDate(demarrage), signature: toDate(input.signature) };
    problems.push({ champ: 'demarrage', message: toMessage('demarrage-avant-signature', args) });
  }
  const origine = findOrigine(demarrage, input);
  if (demarrage && origine && input.prorata === 'mois' && findWholeMonths(origine, demarrage) === undefined) {
    problems.push({
      champ: 'prorata',
      message: toMessage('prorata-mois-impossible', { mission: arg, demarrage: toDate(demarrage) }),
    });
  }
  if (taux && taux.num > taux.den)
    problems.push({ champ: 'taux', message: toMessage('taux-impossible', { mission: arg, ...TAUX_ACCEPTES }) });
  if (taux && atteint !== undefined)
    problems.push({ champ: 'taux', message: toMessage('taux-et-atteint', { mission: arg }) });
  if (atteint !== undefined && variable !== undefined && atteint > variable) {
    const args = { mission: arg, atteint: toEurosArg(atteint), variable: toEurosArg(variable) };
    problems.push({ champ: 'atteint', message: toMessage('atteint-trop-grand', args) });
  }
  return problems;
}

const TAUX_ACCEPTES = { min: toNumber(0), max: toNumber(1), exemple: toDonnee('0,8') };

/** Day from which the months of a start are counted: the renewal once it has begun, else the signature. */
function findOrigine(
  demarrage: CalendarDate | undefined,
  { signature, renouvellement }: FinancementInput,
): CalendarDate | undefined {
  return demarrage && renouvellement && demarrage >= renouvellement ? renouvellement : signature;
}

/**
 * A mission given more than once: which one counts is not ours to choose.
 * @legal none: a guard against slips of the pen
 */
export function listMissionsRepeated(missions: readonly { readonly code: MissionCode }[]): readonly InputProblem[] {
  const repeated = missions.filter(({ code }, index) => missions.findIndex((other) => other.code === code) !== index);
  return repeated.map(({ code }) => ({
    champ: 'mission',
    message: toMessage('mission-repetee', { mission: { kind: 'mission', code } }),
  }));
}

/** Plausible bounds of a number of members: not law, only a guard against typing errors. */
const MEMBRES = { min: 0, max: 1_000_000 };

function checkCount(champ: string, valeur: number | undefined): readonly InputProblem[] {
  if (valeur === undefined) return [];
  if (Number.isInteger(valeur) && valeur >= MEMBRES.min && valeur <= MEMBRES.max) return [];
  const args = { valeur: toNumber(valeur), min: toNumber(MEMBRES.min), max: toNumber(MEMBRES.max) };
  return [{ champ, message: toMessage('nombre-impossible', args) }];
}

function toDate(date: CalendarDate): MessageArg {
  return { kind: 'date', date };
}

function toNumber(valeur: number): MessageArg {
  return { kind: 'nombre', valeur };
}

function toEurosArg(centimes: NonNullable<MissionSaisie['atteint']>): MessageArg {
  return { kind: 'euros', centimes };
}
