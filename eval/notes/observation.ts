import type { AnswerKind } from '#bot/answer/answer.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Statut } from '#corpus/law/statut.ts';

/** A claim of an answer, with what is cited for it. */
export type EnonceObserve = {
  readonly id: string;
  readonly text: string;
  readonly statut: Statut | null;
  /** Numbers of the sources that support it. */
  readonly marks: readonly number[];
  readonly refs: readonly string[];
  readonly figures: readonly Figure[];
};

/** A source of an answer, numbered from one; `corps` is what it says. */
export type SourceObservee = {
  readonly number: number;
  readonly passage: string;
  readonly refs: readonly string[];
  readonly statut: Statut;
  readonly corps: string;
};

/** What is seen of an answer: all that scorers judge. */
export type Observation = {
  readonly kind: AnswerKind;
  readonly lang: Lang;
  readonly asOf: CalendarDate;
  readonly text: string;
  /** Figures of the text, each at its place. */
  readonly figures: readonly Figure[];
  readonly enonces: readonly EnonceObserve[];
  readonly sources: readonly SourceObservee[];
  /** The first figure that stands where none was licensed. */
  readonly sansOrigine: string | undefined;
  /** Whole days of the question, up to the day it is asked, that the answer neither takes up nor tells, as they are written. */
  readonly joursLaisses: readonly string[];
  /** Milliseconds of the last turn. */
  readonly ms: number;
  /** Whether a model was asked. */
  readonly guided: boolean;
  readonly composer: 'deterministic' | 'model';
  /** Why drafts of a model were rejected. */
  readonly rejections: readonly string[];
};
