import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { toValue } from './license-text.ts';

/** What the figures of a text tell of it. */
export type FigureClues = {
  /** Figures worth recognising, as « unit:value ». */
  readonly keys: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
  /** Numbers of the avenants named: « avenant 1 » is not « avenant 2 ». */
  readonly avenants: ReadonlySet<number>;
  /** Sizes spoken of. */
  readonly tailles: ReadonlySet<number>;
  readonly kinds: ReadonlySet<ReadFigure['kind']>;
};

/** Passages do not change while they are loaded: each is read once. */
const described = new WeakMap<CorpusPassage, FigureClues>();

/** Clues of a passage, from the figures of its text. */
export function describePassage(passage: CorpusPassage): FigureClues {
  let clues = described.get(passage);
  if (!clues) {
    clues = describeFigures(readFigures(passage.corps, FIRST_DAY));
    described.set(passage, clues);
  }
  return clues;
}

/** Clues of figures already read. */
export function describeFigures(figures: readonly ReadFigure[]): FigureClues {
  return {
    keys: new Set(figures.flatMap(listKeys)),
    years: new Set(figures.flatMap((figure) => (figure.kind === 'date' ? [Number(figure.from.slice(0, 4))] : []))),
    avenants: new Set(figures.flatMap((figure) => listNamed(figure, /^avenants?$/))),
    tailles: new Set(figures.flatMap((figure) => listNamed(figure, /^tailles?$/))),
    kinds: new Set(figures.map(({ kind }) => kind)),
  };
}

/** Years, small counts and ranks stand everywhere: only amounts, shares, lengths, days and larger counts tell. */
function listKeys(figure: ReadFigure): readonly string[] {
  if (figure.kind === 'date' && figure.precision !== 'day' && figure.precision !== 'month') return [];
  if (figure.kind === 'number' && figure.value < 10) return [];
  if (figure.kind === 'ordinal' || figure.kind === 'roman' || figure.kind === 'bad-date') return [];
  const { value, unit } = toValue(figure);
  return [`${unit === 'habitants' ? 'nombre' : unit}:${value}`];
}

function listNamed(figure: ReadFigure, name: RegExp): readonly number[] {
  if (figure.kind !== 'number' && figure.kind !== 'ordinal' && figure.kind !== 'roman') return [];
  return name.test(figure.before ?? '') ? [figure.value] : [];
}
