import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { Passage, TexteMetadata } from '#corpus/law/texte.ts';
import type { Difference, Mesure } from '../comparaison/comparaison.ts';

/** Kinds of events, in the order in which those of one day are told. */
export const NATURES = [
  'negociation',
  'proposition',
  'texte',
  'signature',
  'publication',
  'entree-en-vigueur',
  'regle',
  'expiration',
  'plafond-indemnites',
] as const;
export type NatureEvenement = (typeof NATURES)[number];

/** Something that happened to the texts, or to a value they make. */
export type Evenement = {
  /** AAAA-MM-JJ, or AAAA-MM or AAAA when nobody read the day. */
  readonly date: string;
  readonly nature: NatureEvenement;
  readonly texte: string;
  readonly label: Message;
  readonly statut: Statut | null;
  readonly references: readonly Reference[];
  /** Values before and after; for a proposal, what was offered and what the next text kept. */
  readonly changements: readonly Difference[];
};

/** What holds on one day: texts, and the values they make. */
export type EtatDuDroit = {
  readonly jour: CalendarDate;
  readonly enVigueur: readonly TexteMetadata[];
  /** Signed or published, and not in force yet. */
  readonly aVenir: readonly TexteMetadata[];
  /** Known by that day, with no entry into force that was read. */
  readonly sansEntreeEnVigueur: readonly TexteMetadata[];
  readonly regles: readonly Mesure[];
};

/** Events of a period, and what holds when the period is a single day. */
export type Chronologie = { readonly evenements: readonly Evenement[]; readonly etat: EtatDuDroit | null };

/** A passage with the text it belongs to. */
export type PassageDuCorpus = Passage & { readonly texte: TexteMetadata };

/** What the story of the texts is made of. */
export type Archives = {
  readonly parametres: Parametres;
  readonly textes: readonly TexteMetadata[];
  readonly passages: readonly PassageDuCorpus[];
};

/** Days asked about, both included; a side that is not given is open. */
export type Bornage = { readonly du?: CalendarDate | undefined; readonly au?: CalendarDate | undefined };
