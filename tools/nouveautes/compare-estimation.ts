import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Cause, Difference } from '../comparaison/comparaison.ts';
import { computeComparaison } from '../comparaison/compute-comparaison.ts';
import { findAnneeContrat, listAnneesContrat } from '../contrat/find-annee-contrat.ts';
import type { FinancementInput } from '../financement/financement.ts';
import type { Outcome } from '../outcome.ts';
import type { DeuxEtats } from './etat-connu.ts';

/** What changed in contract years of an estimate, the same in each, under one reading of the texts. */
export type AnneesChangees = {
  /** Ranks of the contract years, one after the other; empty for a full year whose rank is not known. */
  readonly annees: readonly number[];
  /** What tells the reading from the others; empty when there is one, or when all change alike. */
  readonly hypothese: readonly Message[];
  readonly differences: readonly Difference[];
};

/** Lines of a comparison that are money of the estimate, and not a rule or a date. */
const LIGNES = /^(?:fonctionnement|complement-exceptionnel|plafond|mission:[a-z-]+:(?:fixe|variable))$/;
/** Sums of lines: told when both are known. */
const SOMMES: readonly string[] = ['premier-versement', 'total', 'estimation', 'maximum'];

/**
 * What is new in an estimate: the same contract years of the same contract, before and now, line by line.
 * @param estimeLe day of the estimate: it settles which contract year is meant when the input does not say
 * @returns the years that changed; empty when none did, or when a side cannot be computed
 * @legal each contract year is read with the law of its first day; see computeFinancement
 */
export function compareEstimation(
  entree: FinancementInput,
  estimeLe: CalendarDate,
  etats: DeuxEtats,
): readonly AnneesChangees[] {
  const rangs = listRangs(entree, estimeLe, etats.apres.parametres);
  return mergeAnnees(rangs.flatMap((annee) => compareAnnee(entree, annee, etats)));
}

/** Ranks of the years of an estimate; null for a full year without rank. */
function listRangs(
  entree: FinancementInput,
  estimeLe: CalendarDate,
  parametres: Parametres,
): readonly (number | null)[] {
  if (entree.annee === 'contrat-entier') {
    return listAnneesContrat(entree, parametres, estimeLe).map(({ numero }) => numero);
  }
  if (entree.annee !== undefined) return [entree.annee];
  const annee = findAnneeContrat(entree, undefined, parametres, estimeLe);
  return annee.kind === 'computed' ? [annee.value.numero] : [];
}

function compareAnnee(
  entree: FinancementInput,
  annee: number | null,
  { avant, apres }: DeuxEtats,
): readonly AnneesChangees[] {
  const fixed: FinancementInput = { ...entree, annee: annee ?? undefined };
  const sides = {
    a: { asOf: avant.jour, texte: null, entree: fixed },
    b: { asOf: apres.jour, texte: null, entree: fixed },
  };
  const outcome = computeComparaison(sides, apres.parametres, apres.jour, avant.parametres);
  const changed = listReadings(outcome).map(({ hypothese, value }): AnneesChangees => {
    return { annees: annee === null ? [] : [annee], hypothese, differences: value.differences.flatMap(keepMontant) };
  });
  const [first, ...others] = changed;
  if (!first) return [];
  const same = JSON.stringify(first.differences);
  const isShared = others.every(({ differences }) => JSON.stringify(differences) === same);
  return (isShared ? [{ ...first, hypothese: [] }] : changed).filter(({ differences }) => differences.length > 0);
}

function keepMontant(difference: Difference): readonly Difference[] {
  const { code, a, b, cause } = difference;
  const isSum = SOMMES.includes(code) && a.valeur !== null && b.valeur !== null;
  if (!isSum && !LIGNES.test(code)) return [];
  return [{ ...difference, cause: cause ?? findRegleNouvelle(difference) }];
}

/** Of one and the same day, the text whose rule was not known before. */
function findRegleNouvelle({ a, b }: Difference): Cause | null {
  const { regle } = b;
  const isNew = regle !== null && (a.regle?.texte !== regle.texte || a.regle.depuis !== regle.depuis);
  return isNew ? { texte: regle.texte, jour: regle.depuis } : null;
}

/** Years that follow one another and change alike are told once. */
function mergeAnnees(changed: readonly AnneesChangees[]): readonly AnneesChangees[] {
  const merged: AnneesChangees[] = [];
  for (const one of changed) {
    const index = merged.findIndex((other) => isNextOf(one, other));
    const before = merged[index];
    if (before) merged[index] = { ...before, annees: [...before.annees, ...one.annees] };
    else merged.push(one);
  }
  return merged;
}

function isNextOf(one: AnneesChangees, before: AnneesChangees): boolean {
  const [first] = one.annees;
  return first !== undefined && before.annees.at(-1) === first - 1 && toKey(one) === toKey(before);
}

function toKey({ hypothese, differences }: AnneesChangees): string {
  return JSON.stringify([hypothese, differences.map(({ code, a, b }) => [code, a.valeur, a.note, b.valeur, b.note])]);
}

function listReadings<T>(outcome: Outcome<T>) {
  if (outcome.kind === 'computed') return [{ hypothese: [], value: outcome.value }];
  return outcome.kind === 'ambiguous' ? outcome.readings : [];
}
