import { type Message, toMessage } from '#corpus/law/message.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Faits, FaitsMission, Periode } from './faits.ts';
import { type Contexte, type Draft, type Place, toEcho } from './figure-place.ts';
import { readAmount, readPercent } from './read-money.ts';
import { readNumber, readRank } from './read-number.ts';
import { readDate, readDuration } from './read-time.ts';
import { readWordsAround } from './words-around.ts';

/** What a figure was taken for: a fact, a part of a mission, or the period asked about. */
export type RoleFigure = keyof Faits | keyof FaitsMission | 'periode';

/** What the words give: facts, the period whose law is asked, and what cannot be used. */
export type Extraction = {
  readonly faits: Faits;
  /** Period asked about, when the words name one that is not the date of an event. */
  readonly periode: Periode | null;
  readonly problems: readonly Message[];
  /** What each figure was taken for, in their order; undefined for one that was left aside. */
  readonly roles: readonly (RoleFigure | undefined)[];
};

/** Gives each figure of a question its role, from the words around it (`bot/donnees/roles.yaml`). */
export function extractFaits(text: string, figures: readonly ReadFigure[], contexte: Contexte): Extraction {
  const draft: Draft = { faits: {}, mission: {}, periode: null, problems: [] };
  const roles = figures.map((figure, index) => {
    const previous = figures[index - 1];
    const next = figures[index + 1];
    const around = readWordsAround(text, figure.start, figure.end, previous?.end ?? 0, next?.start ?? text.length);
    const [beside, isOnlyDate] = [findBeside(text, figures, index), figures.filter(isDate).length === 1];
    const inRange = isRange(text, previous, figure) || isRange(text, figure, next);
    const before = toFields(draft);
    readFigure(figure, { ...contexte, text, around, beside, isOnlyDate, previous, inRange }, draft);
    const after = toFields(draft);
    return (Object.keys(after) as RoleFigure[]).find((field) => after[field] !== before[field]);
  });
  return { faits: finish(draft, contexte.missions), periode: draft.periode, problems: draft.problems, roles };
}

/** Words about a date, from the date before it to the one after: a size beside it is no event of its own. */
function findBeside(text: string, figures: readonly ReadFigure[], index: number): Place['beside'] {
  const [figure, before, after] = [
    figures[index],
    figures.slice(0, index).findLast(isDate),
    figures.slice(index + 1).find(isDate),
  ];
  const [start, end] = [figure?.start ?? 0, figure?.end ?? 0];
  return { before: text.slice(before?.end ?? 0, start), after: text.slice(end, after?.start ?? text.length) };
}

function isDate({ kind }: ReadFigure): boolean {
  return kind === 'date' || kind === 'bad-date';
}

/** Everything read so far, field by field. */
function toFields({ faits, mission, periode }: Draft): Readonly<Partial<Record<RoleFigure, unknown>>> {
  return { ...faits, ...mission, periode };
}

function readFigure(figure: ReadFigure, place: Place, draft: Draft): void {
  if (figure.kind === 'number') readNumber(figure, place, draft);
  else if (figure.kind === 'ordinal' || figure.kind === 'roman') readRank(figure, place, draft);
  else if (figure.kind === 'amount') readAmount(figure.euros, place, draft);
  else if (figure.kind === 'percent') readPercent(figure, place, draft);
  else if (figure.kind === 'duration') readDuration(figure, place, draft);
  else if (figure.kind === 'date') readDate(figure, place, draft);
  else if (figure.kind === 'bad-date') {
    draft.problems.push(toMessage('date-impossible', { ecrit: toEcho(figure) }));
  }
}

/** Money given without a mission's name goes to the only mission named, or stays apart. */
function finish({ faits: said, mission }: Draft, missions: readonly string[]): Faits {
  const [population] = said.populations ?? [];
  const faits = population === undefined ? said : { ...said, population };
  const named = missions.length > 0 ? Object.fromEntries(missions.map((code) => [code, {}])) : undefined;
  const [only, ...others] = missions;
  if (Object.keys(mission).length === 0) return named ? { ...faits, missions: named } : faits;
  if (only && others.length === 0) return { ...faits, missions: { [only]: mission }, mission };
  return { ...faits, ...(named ? { missions: named } : {}), mission };
}

function isRange(text: string, first: ReadFigure | undefined, second: ReadFigure | undefined): boolean {
  if (first?.kind !== 'number' || second?.kind !== 'number' || first.value < 1000 || second.value < 1000) return false;
  return /^\s*(?:habitants?|hab\.?)?\s*(?:à|a|et|and|to|-|–|jusqu'à)\s*$/iu.test(text.slice(first.end, second.start));
}
