import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes, Fraction } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import type { MissionCode, TailleCode } from '#corpus/law/parametre.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';

/** A mission as the asker describes it; amounts are those of her contract, in euro cents a year. */
export type MissionSaisie = {
  readonly code: MissionCode;
  readonly fixe?: Centimes | undefined;
  readonly variable?: Centimes | undefined;
  readonly demarrage?: CalendarDate | undefined;
  /** Share of the variable part that is reached, 0 to 1. */
  readonly taux?: Fraction | undefined;
  /** Euros of the variable part that are reached; wins over `taux`. */
  readonly atteint?: Centimes | undefined;
};

/** How a first year is shared out: the texts read do not say. */
export type BaseProrata = 'jours' | 'mois';

/** What is asked of the funding calculator. */
export type FinancementInput = {
  readonly population?: number | undefined;
  readonly taille?: TailleCode | undefined;
  readonly signature?: CalendarDate | undefined;
  readonly renouvellement?: CalendarDate | undefined;
  /** Rank of a contract year, or the whole contract; undefined: the year that holds the day asked. */
  readonly annee?: number | 'contrat-entier' | undefined;
  readonly membres?: number | undefined;
  readonly prorata?: BaseProrata | undefined;
  readonly missions: readonly MissionSaisie[];
};

/** Kind of money of a line. `mission:<code>:fixe` and `mission:<code>:variable` carry the mission in `mission`. */
export type LigneNature = 'fonctionnement' | 'complement-exceptionnel' | 'fixe' | 'variable';

/** One amount of an entitlement, with how it was obtained. */
export type LigneFinancement = {
  readonly nature: LigneNature;
  readonly mission?: MissionCode | undefined;
  /** Rank of the contract year, null when not known. */
  readonly annee: number | null;
  readonly montant: Centimes;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly references: readonly Reference[];
  readonly etapes: readonly Message[];
};

/** A payment; `date` is null when no text read gives it. */
export type Versement = {
  readonly date: CalendarDate | null;
  /** Contract year it pays for, whenever it is paid; null for a full year whose rank is not known. */
  readonly annee: number | null;
  readonly montant: Centimes;
  readonly label: Message;
};

/** What is due for a contract year (or for all of them), in euro cents. */
export type Financement = {
  readonly annee: number | null;
  readonly taille: TailleCode;
  readonly lignes: readonly LigneFinancement[];
  /** Law, the asker's own amounts, and those of the overlay. */
  readonly total: Centimes;
  /** `total` and the lines only read in local contracts; null when there is none. */
  readonly estimation: Centimes | null;
  /** With every variable part in full; null when one is not known. */
  readonly maximum: Centimes | null;
  /** Announced yearly ceiling for the size and day; null when not known, or over several years. */
  readonly plafond: Centimes | null;
  readonly versements: readonly Versement[];
};
