import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes, subtractCentimes } from '#corpus/law/euros.ts';
import { listDistinct, type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import type { MissingInput, NotCovered, Outcome, Reading, Settled } from '../outcome.ts';
import { computeTaille } from '../taille/compute-taille.ts';
import { joinParts } from './annee-calculee.ts';
import { computeAnnee } from './compute-annee.ts';
import type { Financement, FinancementInput, LigneFinancement } from './financement.ts';
import { findAnnees } from './find-annees.ts';
import { findPlafondAnnee, type PlafondAnnee } from './find-plafond-annee.ts';
import { listLectures, type NamedLecture } from './list-lectures.ts';

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
  const readings = listLectures(tailles.value, annees, input, parametres, asOf).map((named) =>
    computeLecture(named, annees, input, parametres),
  );
  const outcome = toOutcome(distinct(readings), tailles.hypotheses, asOf);
  return { ...outcome, notComputed: [...wanted.notComputed, ...outcome.notComputed] };
}

/** One reading, with what it supposes and what it leaves out. */
type Computed = Reading<Financement> & {
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
  { lecture, hypothese }: NamedLecture,
  annees: readonly AnneeContrat[],
  input: FinancementInput,
  parametres: Parametres,
): Computed {
  const { lignes, versements, variableRestant, hypotheses, notComputed } = joinParts(
    annees.map((annee) => computeAnnee(annee, lecture, input, parametres)),
  );
  const local = lignes.filter(({ statut }) => statut === 'releve-local');
  const all = sumLignes(lignes);
  const total = subtractCentimes(all, sumLignes(local));
  const single = annees.length === 1 ? annees[0] : undefined;
  const plafond = single ? findPlafondAnnee(single, lecture.taille, input, parametres) : SANS_PLAFOND;
  return {
    hypothese,
    value: {
      annee: single?.numero ?? null,
      taille: lecture.taille,
      lignes,
      total,
      estimation: local.length > 0 ? all : null,
      maximum: variableRestant === null ? null : addCentimes(all, variableRestant),
      plafond: plafond.montant,
      versements,
    },
    hypotheses: [...hypotheses, ...plafond.hypotheses],
    // Within one year a gap is named once; from one year to the next it is the same.
    notComputed: single ? [...notComputed, ...plafond.notComputed] : listDistinct(notComputed),
  };
}

/** A ceiling is yearly: several years have none. */
const SANS_PLAFOND: PlafondAnnee = { montant: null, hypotheses: [], notComputed: [] };

function sumLignes(lignes: readonly LigneFinancement[]): Centimes {
  return addCentimes(...lignes.map(({ montant }) => montant));
}

function distinct(readings: readonly Computed[]): readonly Computed[] {
  if (readings.length < 2) return readings;
  const seen = new Map<string, Computed>();
  for (const reading of readings) {
    const { lignes, versements } = reading.value;
    const key = JSON.stringify([lignes.map(({ nature, mission, montant }) => [nature, mission, montant]), versements]);
    if (!seen.has(key)) seen.set(key, reading);
  }
  return [...seen.values()];
}

function toOutcome(
  readings: readonly Computed[],
  hypotheses: readonly Message[],
  asOf: CalendarDate,
): Extract<Outcome<Financement>, { kind: 'computed' | 'ambiguous' }> {
  const [only, ...others] = readings;
  if (only && others.length === 0) {
    const all = listDistinct([...hypotheses, ...only.hypotheses]);
    return { kind: 'computed', asOf, value: only.value, hypotheses: all, notComputed: only.notComputed };
  }
  return {
    kind: 'ambiguous',
    asOf,
    readings: readings.map(({ hypothese, value }): Reading<Financement> => ({ hypothese, value })),
    hypotheses: listDistinct([...hypotheses, ...readings.flatMap((reading) => reading.hypotheses)]),
    notComputed: listDistinct(readings.flatMap((reading) => reading.notComputed)),
  };
}
