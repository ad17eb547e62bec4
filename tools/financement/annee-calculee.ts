import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { BaseProrata, LigneFinancement, Versement } from './financement.ts';

/** The choices that make one reading of the law, and the day it is read. */
export type Lecture = {
  readonly taille: TailleCode;
  /** Whether the exceptional top-up is due; null when no text read settles it. */
  readonly complement: boolean | null;
  readonly base: BaseProrata;
  /** Day asked: what was due under a rule that has ended since is said to be. */
  readonly asOf: CalendarDate;
};

/** What one contract year gives under one reading. */
export type AnneeCalculee = {
  readonly lignes: readonly LigneFinancement[];
  readonly versements: readonly Versement[];
  /** Variable euros not counted in the lines; null when a part is not known. */
  readonly variableRestant: Centimes | null;
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};
