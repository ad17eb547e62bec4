import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import type { EcheanceChangee } from '#tools/nouveautes/compare-echeances.ts';
import type { AnneesChangees } from '#tools/nouveautes/compare-estimation.ts';
import type { Nouveautes } from '#tools/nouveautes/list-nouveautes.ts';

/** An échéance with the day to which somebody put off its reminders. */
export type EcheanceSuivie = Echeance & { readonly reporteAu: CalendarDate | null };

/** A payment to come, with what stands behind its amount. */
export type VersementAttendu = {
  readonly date: CalendarDate;
  readonly joursRestants: number;
  readonly montant: Centimes;
  readonly label: Message;
  readonly annee: number | null;
  readonly statut: Statut | null;
  readonly confiance: Confiance | null;
  readonly references: readonly Reference[];
  /** The reading of the texts in which it is due; empty when it is due in all. */
  readonly hypothese: readonly Message[];
  /** Whether it falls within the horizon; the next one is told even when it does not. */
  readonly dansHorizon: boolean;
};

/** What is new in a saved estimate, or in the contract year that the profile tells. */
export type EstimationChangee = {
  /** Name that a person gave; null for the contract years of the profile. */
  readonly nom: string | null;
  readonly annees: readonly AnneesChangees[];
};

/** What a digest says of one community. */
export type DigestCommunaute = {
  readonly id: string;
  readonly nom: string;
  /** Sizes that it may be of; none when nothing tells. */
  readonly tailles: readonly TailleCode[];
  /** Most late first. */
  readonly depassees: readonly EcheanceSuivie[];
  /** Soonest first. */
  readonly aVenir: readonly EcheanceSuivie[];
  readonly versements: readonly VersementAttendu[];
  readonly estimations: readonly EstimationChangee[];
  readonly echeancesChangees: readonly EcheanceChangee[];
  /** What cannot be known, and how to fill it. */
  readonly manques: readonly Message[];
};

/** The content of a digest, in no language and for no surface. */
export type Digest = {
  readonly asOf: CalendarDate;
  /** Day of the former digest; null for the first. */
  readonly depuis: CalendarDate | null;
  readonly horizonJours: number;
  readonly communautes: readonly DigestCommunaute[];
  readonly nouveautes: Nouveautes;
  /** Whether a channel that asked for silence gets nothing. */
  readonly rienADire: boolean;
};
