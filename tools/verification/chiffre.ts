import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message, MessageArg } from '#corpus/law/message.ts';
import type { MissionCode, TailleCode } from '#corpus/law/parametre.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';

/** What a figure measures: euro cents, inhabitants, months, a share of one, members, a day, or things counted. */
export type UniteChiffre = 'EUR' | 'habitants' | 'mois' | 'pourcent' | 'membres' | 'jour' | 'nombre';

/** Which end of a bracket of population, which step of a mission, what is counted: what tells two figures apart. */
export type Precision = {
  readonly taille?: TailleCode | undefined;
  readonly cote?: 'min' | 'max' | undefined;
  readonly etape?: 'demarrage' | 'deploiement' | undefined;
  /** What is counted: `missions-socles`, `tailles`, a noun; for a share, `hausse` or `part`. */
  readonly compte?: string | undefined;
  /** « la première mission »: rank under which a draft names a mission. */
  readonly rang?: number | undefined;
  /** When a share is paid. */
  readonly jalon?: 'signature' | 'anniversaire' | undefined;
  /** A target, which is no count of what there is. */
  readonly but?: boolean | undefined;
  /** Civil year of a yearly amount. */
  readonly annee?: number | undefined;
  /** Text whose day it is, and which of its days. */
  readonly texte?: string | undefined;
  readonly evenement?: 'signature' | 'publication' | 'vigueur' | undefined;
};

/** A figure that the corpus knows, with its standing on the day asked. */
export type ChiffreConnu = Precision & {
  readonly unite: UniteChiffre;
  /** In the unit; an ISO day for `jour`. */
  readonly valeur: number | CalendarDate;
  /** The value, ready to be placed in a sentence. */
  readonly montre: MessageArg;
  /** What it is a figure of: id of a parameter, or a name for what follows from it. */
  readonly sujet: string;
  /** For what is not the rule (any more): what the rule is called. */
  readonly regle: string;
  readonly missions: readonly MissionCode[];
  /** Concepts that speak of it, the main one first. */
  readonly themes: readonly string[];
  /** Concepts without which it is not spoken of: « avance » for the advance. */
  readonly requis: readonly string[];
  readonly statut: Statut;
  readonly confiance: Confiance;
  /** First day on which it no longer held; null when it still does, or never did. */
  readonly fin: CalendarDate | null;
  /** The rule of a later day than the one asked. */
  readonly aVenir: boolean;
  readonly label: Message;
  readonly references: readonly Reference[];
  /** It only stands in a passage: years that the passage speaks of. */
  readonly annees?: readonly number[] | undefined;
  /** Roots of the words of that passage. */
  readonly mots?: readonly string[] | undefined;
};

/** A figure of a text and what the words around it say that it is. */
export type ChiffreDecrit = Precision & {
  readonly unite: UniteChiffre;
  readonly valeur: number;
  /** For a day or a longer stretch of days: its first and last day. */
  readonly jours?: readonly [CalendarDate, CalendarDate] | undefined;
  /** Missions named near it. */
  readonly missions: readonly MissionCode[];
  /** Concepts of its clause, of its sentence, and of what comes before. */
  readonly pres: ReadonlySet<string>;
  readonly phrase: ReadonlySet<string>;
  readonly contexte: ReadonlySet<string>;
  /** Details told of an amount (a mission, a part of one, a supplement), and what the same words call it. */
  readonly details: readonly string[];
  readonly nommes: readonly string[];
  /** Roots of the words of its sentence. */
  readonly mots: ReadonlySet<string>;
  /** The words give it as a proposal, as something past. */
  readonly propose: boolean;
  readonly passe: boolean;
  /** Years that its sentence speaks of. */
  readonly annees: readonly number[];
  /** The words do not state a rule (spending, a community's own money, « environ »): never called contrary. */
  readonly prudent: boolean;
};

/** What is said of a figure of a text. */
export type Verdict = 'en-vigueur' | 'expire' | 'proposition' | 'contraire' | 'inconnu';

/** A verdict with what supports it. */
export type ChiffreVerifie = {
  readonly verdict: Verdict;
  /** What the figure is, best reading first; empty when nothing known has its value. */
  readonly lectures: readonly ChiffreConnu[];
  /** What the texts say instead on the day asked. */
  readonly attendus: readonly ChiffreConnu[];
  /** Why, in a sentence. */
  readonly raison: Message;
  readonly references: readonly Reference[];
};

/** Concepts that must be named for a sentence to state a rule of a subject, and those that make it another one. */
export type Exigences = Readonly<
  Record<string, { readonly exige: readonly (readonly string[])[]; readonly exclut: readonly string[] }>
>;

/** Concepts that speak of a reference, from the passage it names. */
export type FindThemes = (reference: Reference) => readonly string[];
