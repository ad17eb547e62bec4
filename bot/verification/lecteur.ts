import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { ChiffreConnu } from '#tools/verification/chiffre.ts';
import type { Indices } from './indices.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** What reads a text: the words of figures, and what finds concepts, texts and missions in words. */
export type Lecteur = {
  readonly donnees: VerificationDonnees;
  readonly indices: Indices;
  readonly findConcepts: (text: string) => ReadonlySet<string>;
  /** Roots of the words that say something. */
  readonly listRacines: (text: string) => ReadonlySet<string>;
  readonly findTexte: (text: string) => string | undefined;
  readonly isMission: (concept: string) => boolean;
  readonly isCourant: (concept: string) => boolean;
  readonly connus: readonly ChiffreConnu[];
  readonly isAvenantConnu: (numero: number) => boolean;
  /** Day near which a date without a year is taken. */
  readonly today: CalendarDate;
};
