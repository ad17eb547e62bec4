import { addMonths, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes, type Fraction, roundCentimes, subtractCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import { findAnneeDuJour } from '../contrat/find-annee-contrat.ts';
import { findFractionAnnee } from '../financement/compute-mission.ts';
import type { BaseProrata } from '../financement/financement.ts';
import type { Settled } from '../outcome.ts';

/** A mission that starts during a contract year; its size does not matter once its contract amount is given. */
export type PremiereAvanceInput = {
  /** Fixed part of the contract, euro cents a year. */
  readonly fixe?: Centimes | undefined;
  readonly signature?: CalendarDate | undefined;
  readonly demarrage?: CalendarDate | undefined;
  /** Months from the signature to the start, when the day is not given. */
  readonly demarrageMois?: number | undefined;
};

/** Advance at the start and balance at the next anniversary under one base; `base` is null for a full year. */
export type AvanceLue = {
  readonly base: BaseProrata | null;
  readonly fraction: Fraction;
  readonly avance: Centimes;
  readonly solde: Centimes;
  /** Advance of the next year, paid with the balance at the anniversary. */
  readonly avanceSuivante: Centimes;
  /** Balance and next advance together: what is paid at the anniversary. */
  readonly anniversaire: Centimes;
};

/** What a starting mission is paid first. */
export type PremiereAvance = {
  readonly fixe: Centimes;
  readonly part: Fraction;
  readonly lectures: readonly AvanceLue[];
  /** The day base needs the signature, which was not given. */
  readonly joursSansSignature: boolean;
  readonly reference: Reference;
};

/**
 * First payment of a mission that starts during a contract year, under each base that can be used.
 * @returns computed; missing-input without the fixed part of the contract, or without the signature when the start is
 *          a day (its contract year is then not known); not-covered before the accord
 * @legal Senate report no. 32 (2025) and ACI CPTS art. 9: share of the fixed part, prorated to the anniversary
 */
export function computePremiereAvance(
  input: PremiereAvanceInput,
  parametres: Parametres,
  asOf: CalendarDate,
): Settled<PremiereAvance> {
  if (input.demarrage && !input.signature) {
    return { kind: 'missing-input', asOf, missing: [{ champ: 'signature', question: toMessage('demande-signature') }] };
  }
  const { fixe } = input;
  if (fixe === undefined) {
    return { kind: 'missing-input', asOf, missing: [{ champ: 'fixe', question: toMessage('demande-fixe') }] };
  }
  const dated = findValueAt(parametres.partage.valeurs, input.signature ?? asOf);
  if (!dated) return { kind: 'not-covered', asOf, reason: toMessage('absent-du-corpus'), references: [] };
  const part = dated.valeur.avanceVoletFixe;
  const fractions = listFractions(input);
  const lectures = fractions.map(({ base, fraction }): AvanceLue => {
    const avance = roundCentimes(fixe, fraction, part);
    const solde = subtractCentimes(roundCentimes(fixe, fraction), avance);
    const avanceSuivante = roundCentimes(fixe, part);
    return { base, fraction, avance, solde, avanceSuivante, anniversaire: addCentimes(solde, avanceSuivante) };
  });
  const joursSansSignature = input.signature === undefined && fractions.some(({ base }) => base === 'mois');
  const value = { fixe, part, lectures, joursSansSignature, reference: dated.reference };
  return { kind: 'computed', asOf, value, hypotheses: [], notComputed: [] };
}

type NamedFraction = { readonly base: BaseProrata | null; readonly fraction: Fraction };

const FULL_YEAR: NamedFraction = { base: null, fraction: { num: 1, den: 1 } };

function listFractions({ signature, demarrage, demarrageMois }: PremiereAvanceInput): readonly NamedFraction[] {
  if (!signature) {
    const rest = (demarrageMois ?? 0) % 12;
    return rest === 0 ? [FULL_YEAR] : [{ base: 'mois', fraction: { num: 12 - rest, den: 12 } }];
  }
  const start = demarrage ?? (demarrageMois === undefined ? undefined : addMonths(signature, demarrageMois));
  if (!start || start < signature) return [FULL_YEAR];
  const annee = findAnneeDuJour(signature, start);
  const bases = (['mois', 'jours'] as const).flatMap((base): NamedFraction[] => {
    const fraction = findFractionAnnee(start, annee, base);
    return fraction ? [{ base, fraction }] : [];
  });
  return bases.some(({ fraction }) => fraction.num !== fraction.den) ? bases : [FULL_YEAR];
}
