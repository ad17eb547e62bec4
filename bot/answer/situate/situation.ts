import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Message } from '#corpus/law/message.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Intention } from './donnees.ts';
import type { RoleFigure } from './extract-faits.ts';
import type { Faits } from './faits.ts';
import type { MotifRefus } from './find-refus.ts';

/** Why the day of law is what it is. */
export type AsOfReason = 'aujourdhui' | 'option' | 'question';

/** Everything understood of a question before anything is looked up. */
export type Situation = {
  readonly lang: Lang;
  readonly asOf: CalendarDate;
  readonly asOfReason: AsOfReason;
  /** Day on which the question is asked. */
  readonly today: CalendarDate;
  /** Ids of concepts, in order of appearance; those of the thread when the question goes on from it. */
  readonly concepts: ReadonlySet<string>;
  /** Facts of the words, completed by the thread and the profile. */
  readonly faits: Faits;
  /** Those of them that come from the profile alone. */
  readonly duProfil: Faits;
  /** Facts of the words alone. */
  readonly faitsDits: Faits;
  readonly figures: readonly ReadFigure[];
  /** What each figure was taken for, in their order; undefined for one that was left aside. */
  readonly roles: readonly (RoleFigure | undefined)[];
  readonly intentions: readonly Intention[];
  /** What cannot be used: impossible days, absurd populations. */
  readonly problems: readonly Message[];
  /** The asker speaks of her own community. */
  readonly nous: boolean;
  /** The asker takes something for true: « j'ai lu que », « c'est vrai ? », a question that waits for yes or no. */
  readonly affirme: boolean;
  /** Names of the subjects, those of the thread included: what a short follow-up leaves unsaid. */
  readonly sujets: string;
  /** A word of the field stands in it, not only everyday ones (« délai », « membres »). */
  readonly duDomaine: boolean;
  /** The question goes on from the one before. */
  readonly suite: boolean;
  readonly refus: MotifRefus | undefined;
};
