import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, subtractCentimes } from '#corpus/law/euros.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Settled } from '../outcome.ts';
import { findPlafondIndemnites, type PlafondIndemnites } from './find-plafond-indemnites.ts';

/** The cap of a year, and what is left of it once a member was paid; in euro cents. */
export type ResteIndemnites = PlafondIndemnites & {
  /** What the asker says was paid so far; null when she does not. */
  readonly verse: Centimes | null;
  /** What may still be paid, zero once the cap is reached. */
  readonly reste: Centimes | null;
  /** How far the payments are over the cap; zero when they are within. */
  readonly depassement: Centimes | null;
};

/**
 * Yearly cap of what a member may be paid, and what remains of it.
 * @param verse paid to one member over the civil year, indemnities and remunerations together
 * @returns computed; not-covered for a year whose ceiling the corpus does not have
 * @legal décret 2022-375 of 16 March 2022 (secondary pages)
 */
export function computeReste(
  annee: number,
  verse: Centimes | undefined,
  parametres: Parametres,
  asOf: CalendarDate,
): Settled<ResteIndemnites> {
  const outcome = findPlafondIndemnites(annee, parametres, asOf);
  if (outcome.kind !== 'computed') return outcome;
  const { montant } = outcome.value;
  if (verse === undefined) {
    return { ...outcome, value: { ...outcome.value, verse: null, reste: null, depassement: null } };
  }
  const isOver = verse > montant;
  const zero = subtractCentimes(montant, montant);
  const reste = isOver ? zero : subtractCentimes(montant, verse);
  const depassement = isOver ? subtractCentimes(verse, montant) : zero;
  return { ...outcome, value: { ...outcome.value, verse, reste, depassement } };
}
