import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LigneRendue } from './render-ligne.ts';

/** How many lines of each kind a list gave. */
export type Compte = {
  readonly lignes: number;
  readonly calculees: number;
  readonly ambigues: number;
  readonly incompletes: number;
  readonly erreurs: number;
};

/** Writes the result of a list line by line: each call gives the text to add to what was written. */
export type LotWriter = {
  readonly open: () => string;
  readonly add: (ligne: LigneRendue) => string;
  readonly close: (compte: Compte) => string;
};

/** Ways of writing a result. */
export type Forme = 'json' | 'csv' | 'texte';

/** What is said of a list before its lines. */
export type LotHead = {
  readonly asOf: CalendarDate;
  readonly fichier: string;
  readonly bareme: string | null;
  readonly ignorees: readonly string[];
};
