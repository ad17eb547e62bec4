import { FIRST_DAY, LAST_DAY } from '#corpus/law/calendar-date.ts';
import { type Message, type MessageArg, toMessage } from '#corpus/law/message.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Roles } from './donnees.ts';
import type { Faits, FaitsMission, Periode } from './faits.ts';
import type { Stem, WordsAround } from './words-around.ts';

/** What surrounds a question: its subjects, the missions named, and the facts of the thread it goes on from. */
export type Contexte = {
  readonly concepts: ReadonlySet<string>;
  /** Missions named, which own the money given for « the mission ». */
  readonly missions: readonly string[];
  /** Facts of the thread, when the question goes on from it: a bare figure then replaces the one said before. */
  readonly fil: Faits | undefined;
  readonly roles: Roles;
  readonly stem: Stem;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** What is read so far. */
export type Draft = {
  faits: Mutable<Faits>;
  mission: Mutable<FaitsMission>;
  periode: Periode | null;
  problems: Message[];
};
export type FigureOf<K extends ReadFigure['kind']> = Extract<ReadFigure, { kind: K }>;
/** A figure's place: what surrounds it, in the question and in the text. */
export type Place = Contexte & {
  readonly text: string;
  readonly around: WordsAround;
  /** What is written between the date before and this figure, and from it to the date after. */
  readonly beside: { readonly before: string; readonly after: string };
  readonly isOnlyDate: boolean;
  readonly previous: ReadFigure | undefined;
  /** The figure is one end of a range (« de 40 000 à 70 000 »). */
  readonly inRange: boolean;
};

/** A year or day outside what the project knows, in the asker's own words. */
export function toOutOfTime(figure: ReadFigure): Message {
  const bounds = { premier: { kind: 'date', date: FIRST_DAY }, dernier: { kind: 'date', date: LAST_DAY } } as const;
  return toMessage('date-ecrite-hors-bornes', { ecrit: toEcho(figure), ...bounds });
}

/** The asker's own words for a figure. */
export function toEcho({ text, start, end }: ReadFigure): MessageArg {
  return { kind: 'question', text, start, end };
}
