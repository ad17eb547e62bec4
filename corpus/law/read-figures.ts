import type { CalendarDate } from './calendar-date.ts';
import { type Folded, foldText, toOriginal } from './fold-text.ts';
import { isJoined, toWordLine, type WordLine } from './fold-text-words.ts';
import { isIdiom } from './number-words-idioms.ts';
import { readDateAt } from './read-dates.ts';
import { joinDates } from './read-dates-join.ts';
import type { FigureMeaning } from './read-figures-meaning.ts';
import { type Reading, readAmountAt, readDurationAt, readPercentAt } from './read-figures-quantities.ts';
import { readIdentifierAt, readOrdinalAt, readRomanAt } from './read-figures-ranks.ts';
import { readFractionAt, readMultipleAt } from './read-figures-shares.ts';
import { isFigureStart } from './read-figures-start.ts';
import { readNumberAt } from './read-numbers.ts';

/** A figure of a text: where it stands (UTF-16 offsets, end excluded), as it is written, and what it means. */
export type ReadFigure = FigureMeaning & {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Word just before, folded: `taille` in « taille : 3 », `avenant` in « avenant n° 2 », `t` in « T3 ». */
  readonly before?: string;
  /** Word just after, folded: `habitants`, `cpts`; « de » and « d' » are skipped after millions and dozens. */
  readonly noun?: string;
};

/** A figure still in folded offsets. */
type FoldedFigure = { readonly meaning: FigureMeaning; readonly start: number; readonly end: number };

/**
 * Finds every figure of a French or English text, left to right, without overlap, the longest reading first.
 *
 * Choices: « un », « une » and "one" alone are articles, not figures; set phrases (« en premier lieu ») are skipped;
 * articles stay out of the span (« la moitié » gives « moitié »), « il y a » and « début » are in it; « n° » is out.
 * « 60,000 » is sixty thousand and « 1,5 » one and a half; « 03/04/2024 » is 3 April. Bare « T3 » is a number after
 * `t`, « 1 an et 6 mois » one duration of 18 mois, « du 1er au 15 mars 2024 » two dates of the same month.
 * @param today day from which « il y a 18 mois » is counted and near which a date without a year is taken
 */
export function readFigures(text: string, today: CalendarDate): readonly ReadFigure[] {
  const folded = foldText(text);
  const line = toWordLine(folded);
  const figures: FoldedFigure[] = [];
  for (let at = 0; at < folded.text.length; ) {
    const reading = isFigureStart(folded, at) ? readLongest(folded, at, today) : undefined;
    if (reading && !isInIdiom(line, at, reading.end)) {
      figures.push({ meaning: reading.meaning, start: at, end: reading.end });
      at = reading.end;
    } else {
      at += 1;
    }
  }
  return joinDates(figures, folded.text).map((figure) => toReadFigure(figure, folded, text));
}

/** On a tie the first kind wins: a year is a date before it is a number. */
function readLongest(folded: Folded, at: number, today: CalendarDate): Reading | undefined {
  const { text, cased } = folded;
  const readings = [
    readIdentifierAt(text, at),
    readDateAt({ text, cased, today }, at),
    readAmountAt(text, at),
    readPercentAt(text, at),
    readDurationAt(text, at),
    readFractionAt(text, at),
    readMultipleAt(text, at),
    readOrdinalAt(text, at),
    readRomanAt(cased, at),
    readBareNumber(text, at),
  ];
  let longest: Reading | undefined;
  for (const reading of readings) if (reading && reading.end > (longest?.end ?? at)) longest = reading;
  return longest;
}

/** One in words is an article. */
function readBareNumber(text: string, at: number): Reading | undefined {
  const reading = readNumberAt(text, at);
  if (!reading || (reading.written === 'words' && reading.value === 1)) return undefined;
  const { value, end, approximate } = reading;
  const isAbout =
    approximate ||
    /(?:environ|pres de|quelque|autour de|about|around|nearly|~|≈) ?$/.test(text.slice(Math.max(0, at - 12), at));
  return { meaning: { kind: 'number', value, ...(isAbout ? { approximate: true } : {}) }, end };
}

/** Set phrases are made of words: what starts with a digit is in none. */
function isInIdiom(line: WordLine, start: number, end: number): boolean {
  if (!/[a-z]/.test(line.text[start] as string)) return false;
  for (let at = findWordAt(line, start); (line.words[at]?.end ?? end + 1) <= end; at += 1) {
    if (isIdiom(line.plain, at, (left) => isJoined(line, left))) return true;
  }
  return false;
}

/** Index of the first word that starts at or after a place. */
function findWordAt(line: WordLine, start: number): number {
  let [low, high] = [0, line.words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line.words[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toReadFigure({ meaning, start, end }: FoldedFigure, folded: Folded, text: string): ReadFigure {
  const span = toOriginal(folded, start, end);
  const before = /([a-z]+)(?:[ \-:='"«»(°#]{0,4}| ?(?:n ?° ?|no ?\.? |numero ))$/.exec(
    folded.text.slice(Math.max(0, start - 40), start),
  )?.[1];
  const isBig =
    (meaning.kind === 'number' && (meaning.approximate || meaning.value >= 1e6)) || meaning.kind === 'fraction';
  const gap = isBig ? /^[ -]{0,2}(?:de |d'|des |of )?([a-z]+)/ : /^[ -]{0,2}([a-z]+)/;
  const noun = gap.exec(folded.text.slice(end, end + 40))?.[1];
  return {
    ...meaning,
    ...span,
    text: text.slice(span.start, span.end),
    ...(before === undefined ? {} : { before }),
    ...(noun === undefined ? {} : { noun }),
  };
}
