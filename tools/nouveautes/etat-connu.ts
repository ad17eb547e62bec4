import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';

/** A passage, as far as telling whether it changed needs. */
export type PassageConnu = {
  readonly id: string;
  readonly titre: string;
  readonly texte: string;
  readonly statut: Statut;
  readonly valideDu?: CalendarDate | undefined;
  /** sha256 of all that it says. */
  readonly empreinte: string;
};

/** All that was known of the law on a day: what two digests are set against one another with. */
export type EtatConnu = {
  readonly jour: CalendarDate;
  readonly parametres: Parametres;
  readonly textes: readonly TexteMetadata[];
  readonly passages: readonly PassageConnu[];
};

/** A state before and a state after. */
export type DeuxEtats = { readonly avant: EtatConnu; readonly apres: EtatConnu };
