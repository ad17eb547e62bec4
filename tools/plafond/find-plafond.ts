import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { findPlafondBareme, listHypothesesBareme } from '../bareme/find-in-bareme.ts';
import type { Settled } from '../outcome.ts';

/** Announced yearly ceiling of a size; `montant` is null when the text of that day gives none that we read. */
export type Plafond = {
  readonly taille: TailleCode;
  readonly montant: Centimes | null;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly reference: Reference;
  /** Members there must be more of for this ceiling to apply; null when no such condition is known. */
  readonly plusDeMembres: number | null;
  /** Whether every mission must be deployed for this ceiling to apply. */
  readonly toutesMissions: boolean;
  /** Last ceiling known before this text, with the first day it stopped to hold. */
  readonly precedent: {
    readonly montant: Centimes;
    readonly jusque: CalendarDate;
    readonly reference: Reference;
  } | null;
};

/**
 * Announced yearly ceiling of one size on a day; an overlay completes what we lack and changes nothing else.
 * @returns computed (with `montant: null` when the amount was not read); not-covered before the accord
 * @legal ACI CPTS of 20 June 2019; avenant 2 of 20 December 2021 (press and secondary pages; tables not read)
 */
export function findPlafond(taille: TailleCode, parametres: Parametres, asOf: CalendarDate): Settled<Plafond> {
  const { plafonds } = parametres;
  const index = plafonds.valeurs.findLastIndex(({ depuis }) => depuis <= asOf);
  const dated = plafonds.valeurs[index];
  if (!dated) {
    const [first] = plafonds.valeurs;
    const debut = { kind: 'date', date: first?.depuis ?? asOf } as const;
    const reason = toMessage('avant-accord', { jour: { kind: 'date', date: asOf }, debut });
    return { kind: 'not-covered', asOf, reason, references: first ? [first.reference] : [] };
  }
  const earlier = plafonds.valeurs[index - 1];
  const before = earlier?.valeur.montants[taille];
  const { statut, valeur } = dated;
  const read = { montant: valeur.montants[taille] ?? null, confiance: dated.confiance, reference: dated.reference };
  const given = read.montant === null ? findPlafondBareme(taille, parametres, asOf) : undefined;
  const { montant, confiance, reference } = given === undefined || given.montant === null ? read : given;
  const value: Plafond = {
    taille,
    montant,
    statut,
    confiance,
    reference,
    plusDeMembres: valeur.conditions?.[taille]?.plusDeMembres ?? null,
    toutesMissions: valeur.conditions?.[taille]?.toutesMissions ?? false,
    precedent: earlier && before ? { montant: before, jusque: dated.depuis, reference: earlier.reference } : null,
  };
  return { kind: 'computed', asOf, value, hypotheses: listHypothesesBareme(reference), notComputed: [] };
}
