import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes, Fraction } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Parametre, TailleCode } from '#corpus/law/parametre.ts';
import type { Reference, TexteId } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { FinancementInput } from '../financement/financement.ts';

/** Values of a negotiation that were never adopted, known by the month in which they were offered. */
export type Proposition = {
  /** « proposition-2020-09 ». */
  readonly alias: string;
  readonly depuis: CalendarDate;
  readonly valeurs: readonly Parametre[];
};

/** What a side is read with when a text is compared: a text that made rules, or a proposal. */
export type TexteCompare =
  | { readonly kind: 'texte'; readonly texte: TexteMetadata }
  | { readonly kind: 'proposition'; readonly proposition: Proposition }
  /** A text that exists, or is said to, and from which nothing was read that could be compared. */
  | { readonly kind: 'absent'; readonly nom: string; readonly reason: Message };

/** One side of a comparison: a day of law, maybe a text, and a community. */
export type Cote = {
  readonly asOf: CalendarDate;
  readonly texte: TexteCompare | null;
  readonly entree: FinancementInput;
};

/** Two sides to set against one another. */
export type ComparaisonInput = { readonly a: Cote; readonly b: Cote };

/** What can be compared; amounts in euro cents, `a` null when a bracket has no upper limit. */
export type Valeur =
  | { readonly kind: 'montant'; readonly centimes: Centimes }
  | { readonly kind: 'duree'; readonly valeur: number; readonly unite: 'mois' | 'ans' }
  | { readonly kind: 'part'; readonly fraction: Fraction }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'taille'; readonly numero: number }
  | { readonly kind: 'bornes'; readonly de: number; readonly a: number | null }
  | { readonly kind: 'genre'; readonly genre: 'socle' | 'complementaire' };

/** One line of a side; `valeur` is null when nobody here knows it or when it has none, and `note` says which. */
export type Mesure = {
  readonly code: string;
  readonly label: Message;
  readonly taille: TailleCode | null;
  readonly valeur: Valeur | null;
  readonly note: Message | null;
  readonly statut: Statut | null;
  readonly confiance: Confiance | null;
  readonly references: readonly Reference[];
  /** Text that makes the value, and the first day it does. */
  readonly regle: { readonly texte: TexteId; readonly depuis: CalendarDate } | null;
  readonly hypotheses: readonly Message[];
};

/** How far B is from A. `pourcent` in ten-thousandths, rounded once; null when A is zero. */
export type Ecart =
  | { readonly kind: 'montant'; readonly centimes: Centimes; readonly pourcent: Fraction | null }
  | { readonly kind: 'duree'; readonly valeur: number; readonly unite: 'mois' | 'ans' | 'jours' };

/** The text whose rule began between the two sides. */
export type Cause = { readonly texte: TexteId; readonly jour: CalendarDate };

/** A line on which the sides differ; `ecart` is null when either is not known, or when it is no quantity. */
export type Difference = {
  readonly code: string;
  readonly label: Message;
  readonly taille: TailleCode | null;
  readonly a: Mesure;
  readonly b: Mesure;
  readonly ecart: Ecart | null;
  readonly cause: Cause | null;
};

/** What was given differently on each side. */
export type Saisie = 'jour' | 'texte' | 'population' | 'taille' | 'contrat' | 'membres' | 'annee' | 'missions';

/** Everything that two sides have and do not have in common. */
export type Comparaison = {
  readonly differences: readonly Difference[];
  readonly identiques: readonly Mesure[];
  /** Lines that neither side knows. */
  readonly absents: readonly Mesure[];
  readonly saisies: readonly Saisie[];
};
