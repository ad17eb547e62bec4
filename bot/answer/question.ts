import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Profil } from './profil.ts';
import type { Faits } from './situate/faits.ts';

/** What the thread remembers of the turns before: their facts and concepts. */
export type Fil = {
  readonly faits: Faits;
  readonly concepts: readonly string[];
};

/** A question with everything that decides its answer: same question, same bytes. */
export type Question = {
  readonly text: string;
  /** The asker's day; comes in at the edge, never from a clock inside. */
  readonly today: CalendarDate;
  /** Day of law asked for by an option; wins over the words. */
  readonly asOf?: CalendarDate | undefined;
  readonly lang?: Lang | undefined;
  readonly profil?: Profil | undefined;
  readonly fil?: Fil | undefined;
  /** Workspace whose documents and budget serve this question; the terminal's own when not given. */
  readonly espace?: string | undefined;
};
