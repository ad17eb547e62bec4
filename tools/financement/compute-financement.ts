import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import type { MissingInput, NotCovered, Outcome, Reading, Settled } from '../outcome.ts';
import { computeTaille } from '../taille/compute-taille.ts';
import type { AnneeCalculee, Lecture } from './annee-calculee.ts';
import { computeAnnee } from './compute-annee.ts';
import type { Financement, FinancementInput, Versement } from './financement.ts';
import { findAnnees } from './find-annees.ts';
import { findPlafondAnnee, type PlafondAnnee } from './find-plafond-annee.ts';
import { listLectures } from './list-lectures.ts';

/**
 * Funding of a CPTS for a contract year, or for the whole contract.
 * @param input   checked before (see checkFinancementInput); amounts in euro cents
 * @returns computed, with lines, payments and gaps; ambiguous when texts allow several readings (size at a shared
 *          limit, signature on a day the wording does not settle, base of the prorata); missing-input; not-covered
 * @legal ACI CPTS of 20 June 2019, art. 9; avenant 2; conventions of ours printed as hypotheses
 */
export function computeFinancement(
  input: FinancementInput,
  parametres: Parametres,
  asOf: CalendarDate,
): Outcome<Financement> {
  const missing = listMissing(input);
  if (missing.length > 0) return { kind: 'missing-input', asOf, missing };
  const before = findBeforeAccord(input, parametres, asOf);
  if (before) return before;
  const wanted = findAnnees(input, parametres, asOf);
  if (wanted.kind !== 'computed') return wanted;
  const annees = wanted.value;
  const jourDeDroit = annees[0]?.jourDeDroit ?? asOf;
  const tailles = findTailles(input, parametres, jourDeDroit);
  if (tailles.kind !== 'computed') return { ...tailles, asOf };
  const readings = listLectures(tailles.value, annees, input, parametres, asOf).map((named) => ({
    hypothese: named.hypothese,
    ...computeLecture(named.lecture, annees, input, parametres),
  }));
  return toOutcome(distinct(readings), tailles.hypotheses, asOf);
}

type Computed = {
  readonly value: Financement;
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};

function listMissing(input: FinancementInput): readonly MissingInput[] {
  const missing: MissingInput[] = [];
  if (input.population === undefined && input.taille === undefined) {
    missing.push({ champ: 'population', question: toMessage('demande-population') });
  }
  if (input.signature === undefined && input.missions.some(({ demarrage }) => demarrage !== undefined)) {
    missing.push({ champ: 'signature', question: toMessage('demande-signature') });
  }
  return missing;
}

/** A contract signed before the accord is not one of its contracts, whatever the year asked. */
function findBeforeAccord(
  { signature }: FinancementInput,
  { fonctionnement }: Parametres,
  asOf: CalendarDate,
): NotCovered | undefined {
  const jour = signature ?? asOf;
  if (findValueAt(fonctionnement.valeurs, jour)) return undefined;
  const [first] = fonctionnement.valeurs;
  const debut = { kind: 'date', date: first?.depuis ?? jour } as const;
  const reason = toMessage('avant-accord', { jour: { kind: 'date', date: jour }, debut });
  return { kind: 'not-covered', asOf, reason, references: first ? [first.reference] : [] };
}

function findTailles(
  input: FinancementInput,
  parametres: Parametres,
  jour: CalendarDate,
): Settled<readonly TailleCode[]> {
  if (input.population === undefined) {
    const value = input.taille ? [input.taille] : [];
    return { kind: 'computed', asOf: jour, value, hypotheses: [], notComputed: [] };
  }
  const outcome = computeTaille(input.population, parametres, jour);
  if (outcome.kind === 'computed') return { ...outcome, value: [outcome.value.taille] };
  if (outcome.kind !== 'ambiguous') return outcome;
  const value = outcome.readings.map((reading) => reading.value.taille);
  return { kind: 'computed', asOf: jour, value, hypotheses: outcome.hypotheses, notComputed: [] };
}

function computeLecture(
  lecture: Lecture,
  annees: readonly AnneeContrat[],
  input: FinancementInput,
  parametres: Parametres,
): Computed {
  const years = annees.map((annee) => computeAnnee(annee, lecture, input, parametres));
  const lignes = years.flatMap((year) => year.lignes);
  const total = addCentimes(...lignes.filter(({ statut }) => statut !== 'releve-local').map(({ montant }) => montant));
  const local = lignes.filter(({ statut }) => statut === 'releve-local');
  const estimation = local.length > 0 ? addCentimes(total, ...local.map(({ montant }) => montant)) : null;
  const single = annees.length === 1 ? annees[0] : undefined;
  const plafond = single ? findPlafondAnnee(single, lecture.taille, input, parametres) : SANS_PLAFOND;
  return {
    value: {
      annee: single?.numero ?? null,
      taille: lecture.taille,
      lignes,
      total,
      estimation,
      maximum: toMaximum(estimation ?? total, years),
      plafond: plafond.montant,
      versements: years.flatMap((year) => sortByDate(year.versements)),
    },
    hypotheses: [...years.flatMap((year) => year.hypotheses), ...plafond.hypotheses],
    notComputed: [...years.flatMap((year) => year.notComputed), ...plafond.notComputed],
  };
}

/** A ceiling is yearly: several years have none. */
const SANS_PLAFOND: PlafondAnnee = { montant: null, hypotheses: [], notComputed: [] };

function toMaximum(counted: Centimes, years: readonly AnneeCalculee[]): Centimes | null {
  let maximum = counted;
  for (const { variableRestant } of years) {
    if (variableRestant === null) return null;
    maximum = addCentimes(maximum, variableRestant);
  }
  return maximum;
}

/** Payments of a contract year: those with a date in their order, then those no text dates. */
function sortByDate(versements: readonly Versement[]): readonly Versement[] {
  return versements.toSorted((a, b) => (a.date === b.date ? 0 : compareDates(a.date, b.date)));
}

function compareDates(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function distinct(readings: readonly (Computed & { readonly hypothese: readonly Message[] })[]): typeof readings {
  if (readings.length < 2) return readings;
  const seen = new Map<string, (typeof readings)[number]>();
  for (const reading of readings) {
    const { lignes, versements } = reading.value;
    const key = JSON.stringify([lignes.map(({ nature, mission, montant }) => [nature, mission, montant]), versements]);
    if (!seen.has(key)) seen.set(key, reading);
  }
  return [...seen.values()];
}

function toOutcome(
  readings: readonly (Computed & { readonly hypothese: readonly Message[] })[],
  hypotheses: readonly Message[],
  asOf: CalendarDate,
): Outcome<Financement> {
  const common = {
    hypotheses: unique([...hypotheses, ...readings.flatMap((reading) => reading.hypotheses)]),
    notComputed: unique(readings.flatMap((reading) => reading.notComputed)),
  };
  const [only, ...others] = readings;
  if (only && others.length === 0) return { kind: 'computed', asOf, value: only.value, ...common };
  const list: readonly Reading<Financement>[] = readings.map(({ hypothese, value }) => ({ hypothese, value }));
  return { kind: 'ambiguous', asOf, readings: list, ...common };
}

function unique(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
