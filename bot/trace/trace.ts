import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';

/** A calculation written down whole, to be kept: what was given, each step, where it comes from, what is left out. */
export type TraceCalcul = {
  readonly lang: Lang;
  readonly asOf: CalendarDate;
  readonly titre: LicensedText;
  /** Who it is for, and what it is worth. */
  readonly entete: readonly LicensedText[];
  readonly sections: readonly SectionTrace[];
  /** Words on each page, and those of its number. */
  readonly pied: (page: number, pages: number) => LicensedText;
};

/** A titled part of a trace. */
export type SectionTrace = { readonly titre: LicensedText; readonly lignes: readonly LigneTrace[] };

/** A line: what it is, what it is worth, and what must be known of it. */
export type LigneTrace = {
  readonly element: LicensedText;
  readonly valeur?: LicensedText | undefined;
  readonly precision?: readonly LicensedText[] | undefined;
};

/** A file ready to be handed over. */
export type Fichier = { readonly nom: LicensedText; readonly titre: LicensedText; readonly octets: Uint8Array };
