import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes, Fraction } from '#corpus/law/euros.ts';

/** An interval of days, both included: « mai 2022 » is 1 to 31 May. */
export type Periode = { readonly from: CalendarDate; readonly to: CalendarDate };

/** What is known of one mission from the words or the profile; money in cents. */
export type FaitsMission = {
  readonly fixe?: Centimes | undefined;
  readonly variable?: Centimes | undefined;
  readonly demarrage?: CalendarDate | undefined;
  readonly deploiement?: CalendarDate | undefined;
  /** Months from the signature to the start, when the words give the gap rather than the day. */
  readonly demarrageMois?: number | undefined;
  readonly taux?: Fraction | undefined;
  readonly atteint?: Centimes | undefined;
  readonly fait?: boolean | undefined;
};

/** Facts found in the words, the thread or the profile. Absent means not said. */
export type Faits = {
  readonly population?: number | undefined;
  /** Every population named, in order; `population` is the first. */
  readonly populations?: readonly number[] | undefined;
  /** « moins de 40 000 habitants »: a bound, which may be enough to know the size. */
  readonly populationBornee?: { readonly sens: 'moins' | 'plus'; readonly habitants: number } | undefined;
  /** Sizes named, in order: « tailles 2 et 3 ». */
  readonly tailles?: readonly number[] | undefined;
  readonly membres?: number | undefined;
  readonly signature?: Periode | undefined;
  readonly renouvellement?: CalendarDate | undefined;
  readonly projetDepose?: CalendarDate | undefined;
  /** Rank of the contract year asked about. */
  readonly annee?: number | undefined;
  readonly missions?: Readonly<Record<string, FaitsMission>> | undefined;
  /** Missions of the profile: they say what is done and what the contract pays, but do not make a question about them. */
  readonly missionsProfil?: Readonly<Record<string, FaitsMission>> | undefined;
  /** Money given for a mission that is not named. */
  readonly mission?: FaitsMission | undefined;
  /** Number of the avenant named: « avenant 3 ». */
  readonly avenants?: readonly number[] | undefined;
  /** Amounts met somewhere, which the asker wants explained. */
  readonly montants?: readonly Centimes[] | undefined;
  /** Shares met in the words (« 50 % »), in points. */
  readonly pourcents?: readonly number[] | undefined;
  /** Lengths met in the words, in months. */
  readonly durees?: readonly number[] | undefined;
};
