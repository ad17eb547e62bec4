import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, roundCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { Settled } from '../outcome.ts';

/** Most that a CPTS may pay one member over a civil year, indemnities and remunerations together. */
export type PlafondIndemnites = {
  readonly annee: number;
  readonly montant: Centimes;
  /** A twelfth of it, for whoever is paid by the month. */
  readonly mensuel: Centimes;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly reference: Reference;
};

/**
 * Yearly cap of what a member may be paid: the social security ceiling of the civil year.
 * @returns computed; not-covered for a year whose ceiling the corpus does not have
 * @legal décret 2022-375 of 16 March 2022 (secondary pages)
 */
export function findPlafondIndemnites(
  annee: number,
  { pass }: Parametres,
  asOf: CalendarDate,
): Settled<PlafondIndemnites> {
  const montant = pass.annees[String(annee)];
  if (montant === undefined) {
    const ou = { kind: 'donnee', fr: pass.ouTrouver, en: pass.ouTrouver } as const;
    const args = { annee: { kind: 'nombre', valeur: annee, unite: 'annee' }, ou } as const;
    return { kind: 'not-covered', asOf, reason: toMessage('pass-inconnu', args), references: [pass.reference] };
  }
  const { statut, confiance, reference } = pass;
  return {
    kind: 'computed',
    asOf,
    value: { annee, montant, mensuel: roundCentimes(montant, { num: 1, den: 12 }), statut, confiance, reference },
    hypotheses: [],
    notComputed: [],
  };
}
