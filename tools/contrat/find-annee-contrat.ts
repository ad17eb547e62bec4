import { addDays, addMonths, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Settled } from '../outcome.ts';

/** A year of a contract. Days are null when the signature is not known. */
export type AnneeContrat = {
  /** 1 for the year that begins with the signature; null for a full year whose rank is not known. */
  readonly numero: number | null;
  readonly debut: CalendarDate | null;
  /** Signature or renewal from which the months of the year are counted. */
  readonly origine: CalendarDate | null;
  /** Next anniversary: first day after the year. */
  readonly anniversaireSuivant: CalendarDate | null;
  /** Day whose law applies to the year: its first day, or the day asked when that is not known. */
  readonly jourDeDroit: CalendarDate;
};

/** Dates of a contract, as the asker gives them. */
export type DatesContrat = {
  readonly signature?: CalendarDate | undefined;
  readonly renouvellement?: CalendarDate | undefined;
};

/**
 * Nth anniversary of a day, clamped to the month's end: 29 February gives 28 February in common years.
 * @legal convention of ours: months are always counted from the first date, never from the previous anniversary
 */
export function toAnniversaire(debut: CalendarDate, rang: number): CalendarDate {
  return addMonths(debut, 12 * rang);
}

/**
 * Length of the contract in years, on the day of its signature (or the day asked, or the first known).
 * @legal five-year contract of the ACI CPTS (secondary pages); the value stands in corpus/parametres
 */
export function findDureeAns(parametres: Parametres, signature: CalendarDate): number {
  const { valeurs } = parametres.dureeContrat;
  const found = findValueAt(valeurs, signature) ?? valeurs[0];
  if (!found) throw new RangeError('duree-du-contrat has no value');
  return found.valeur;
}

/**
 * The contract year asked for, or the one that holds the day.
 * @param annee rank of the year from the signature; undefined to take the year that holds `asOf`
 * @returns computed; missing-input (`renouvellement`) past the term; not-applicable between the term and the renewal
 * @legal each contract year is read with the law of its first day (convention of ours)
 */
export function findAnneeContrat(
  dates: DatesContrat,
  annee: number | undefined,
  parametres: Parametres,
  asOf: CalendarDate,
): Settled<AnneeContrat> {
  const { signature, renouvellement } = dates;
  if (!signature) {
    return computed(toAnneeSansDates(annee ?? null, asOf), asOf);
  }
  const dureeAns = findDureeAns(parametres, signature);
  const terme = toAnniversaire(signature, dureeAns);
  if (annee !== undefined) {
    if (annee <= dureeAns) return computed(toAnnee(signature, annee, annee), asOf);
    return renouvellement
      ? computed(toAnnee(renouvellement, annee - dureeAns, annee), asOf)
      : missingRenewal(terme, asOf);
  }
  if (renouvellement && asOf >= renouvellement) {
    const termeSuivant = toAnniversaire(renouvellement, dureeAns);
    if (asOf >= termeSuivant) return missingRenewal(termeSuivant, asOf);
    return computed(findAnneeDuJour(renouvellement, asOf, dureeAns), asOf);
  }
  if (asOf < terme) {
    return computed(findAnneeDuJour(signature, asOf), asOf);
  }
  if (!renouvellement) return missingRenewal(terme, asOf);
  const reason = toMessage('entre-terme-et-renouvellement', {
    fin: { kind: 'date', date: addDays(terme, -1) },
    renouvellement: { kind: 'date', date: renouvellement },
  });
  return { kind: 'not-applicable', asOf, reason };
}

/**
 * Every year of the contract (then of its renewal, when a date is given), first to last.
 * @legal five-year contract; a renewal adds as many years from its own day (convention of ours)
 */
export function listAnneesContrat(
  dates: DatesContrat,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly AnneeContrat[] {
  const { signature, renouvellement } = dates;
  const dureeAns = findDureeAns(parametres, signature ?? asOf);
  const rangs = Array.from({ length: dureeAns }, (_, index) => index + 1);
  if (!signature) {
    return rangs.map((numero) => toAnneeSansDates(numero, asOf));
  }
  const first = rangs.map((rang) => toAnnee(signature, rang, rang));
  return renouvellement ? [...first, ...rangs.map((rang) => toAnnee(renouvellement, rang, dureeAns + rang))] : first;
}

/**
 * The year, counted from a signature or a renewal, that holds a day; a day before the first counts in it.
 * @legal years run from one anniversary to the next (convention of ours for the ends of months)
 */
export function findAnneeDuJour(origine: CalendarDate, jour: CalendarDate, precedentes = 0): AnneeContrat {
  const rang = findRang(origine, jour);
  return toAnnee(origine, rang, precedentes + rang);
}

function toAnnee(origine: CalendarDate, rang: number, numero: number): AnneeContrat {
  const debut = toAnniversaire(origine, rang - 1);
  return { numero, origine, debut, anniversaireSuivant: toAnniversaire(origine, rang), jourDeDroit: debut };
}

function toAnneeSansDates(numero: number | null, asOf: CalendarDate): AnneeContrat {
  return { numero, origine: null, debut: null, anniversaireSuivant: null, jourDeDroit: asOf };
}

/** Rank of the year that holds a day, from 1; a day before the start counts in the first year. */
function findRang(debut: CalendarDate, asOf: CalendarDate): number {
  let rang = 1;
  while (asOf >= toAnniversaire(debut, rang)) rang += 1;
  return rang;
}

function computed(value: AnneeContrat, asOf: CalendarDate): Settled<AnneeContrat> {
  return { kind: 'computed', asOf, value, hypotheses: [], notComputed: [] };
}

function missingRenewal(terme: CalendarDate, asOf: CalendarDate): Settled<AnneeContrat> {
  const question = toMessage('demande-renouvellement', { terme: { kind: 'date', date: terme } });
  return { kind: 'missing-input', asOf, missing: [{ champ: 'renouvellement', question }] };
}
