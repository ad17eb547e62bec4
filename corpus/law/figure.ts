import type { CalendarDate } from './calendar-date.ts';
import type { Reference } from './reference.ts';
import type { Confiance, Statut } from './statut.ts';

/** What a figure measures; `identifiant` is for names, addresses and numbers that designate (« avenant 2 », a URL). */
export type Unite =
  | 'EUR'
  | 'EUR/an'
  | 'habitants'
  | 'membres'
  | 'pourcent'
  | 'mois'
  | 'jours'
  | 'ans'
  | 'heures'
  | 'date'
  | 'annee'
  | 'taille'
  | 'ordinal'
  | 'nombre'
  | 'identifiant';

/** Where a figure comes from. A figure without an origin cannot be built, so it cannot be shown. */
export type FigureOrigin =
  | { readonly type: 'tool'; readonly tool: string; readonly step: string }
  | { readonly type: 'source'; readonly passage: string; readonly span: readonly [number, number] }
  | { readonly type: 'question'; readonly span: readonly [number, number] }
  | { readonly type: 'profile'; readonly field: string }
  | { readonly type: 'interface'; readonly counter: string };

/** A number, amount, date, duration… as it is shown, with what it is worth and where it comes from. */
export type Figure = {
  /** Exactly what the reader sees: « 75 000 € ». */
  readonly text: string;
  /** Euros, inhabitants, months…; an ISO day for dates; the text itself for names. */
  readonly value: number | string;
  readonly unit: Unite;
  readonly label: string;
  readonly statut: Statut | null;
  readonly confiance: Confiance | null;
  readonly origin: FigureOrigin;
  readonly references: readonly Reference[];
  /** Day it holds for, when it depends on one. */
  readonly asOf?: CalendarDate;
};
