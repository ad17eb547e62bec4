import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { AnswerSource, MarkedEnonce } from './answer-source.ts';
import type { Calcul } from './calcul.ts';
import type { GuideRecord } from './guide-record.ts';
import type { Fil } from './question.ts';

/** Outcome of the whole: `not-covered` is for what the corpus lacks and for off-topic, `refused` for what we do not do. */
export type AnswerKind = 'answered' | 'needs-input' | 'not-covered' | 'refused';

/**
 * An answer as data only: the same for Slack, the terminal, JSON and the eval; it can be logged and replayed.
 * No text here is a plain string: figures keep their place and origin until the edge.
 */
export type Answer = {
  readonly kind: AnswerKind;
  readonly lang: Lang;
  readonly asOf: CalendarDate;
  /** Énoncés in reading order, each with the numbers of its sources. */
  readonly enonces: readonly MarkedEnonce[];
  readonly missing: readonly LicensedText[];
  readonly notComputed: readonly LicensedText[];
  readonly hypotheses: readonly LicensedText[];
  readonly sources: readonly AnswerSource[];
  /** Tools that ran, with what they gave. */
  readonly runs: readonly Calcul[];
  readonly composer: 'deterministic' | 'model';
  /** Why drafts were rejected, when a composer had to be asked again. */
  readonly rejections: readonly string[];
  /** How the answer was made, when the reader must know: a model that did not answer. */
  readonly avis: readonly LicensedText[];
  /** What the guide of each part did, when there was one: enough to make the answer again. */
  readonly records?: readonly GuideRecord[];
  /** What the next turn of the thread remembers. */
  readonly fil: Fil;
};
