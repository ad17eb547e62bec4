import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes } from '#corpus/law/euros.ts';
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

/** What one contract year gives under one reading, or a part of it: its functioning, one mission… */
export type AnneeCalculee = {
  readonly lignes: readonly LigneFinancement[];
  readonly versements: readonly Versement[];
  /** Variable euros not counted in the lines; null when a part is not known. */
  readonly variableRestant: Centimes | null;
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};

/** What gives neither money nor anything to say. */
export const RIEN: AnneeCalculee = {
  lignes: [],
  versements: [],
  variableRestant: 0 as Centimes,
  hypotheses: [],
  notComputed: [],
};

/**
 * Parts put together, in their order: the parts of a year, or the years of a contract.
 * @returns what is left of the variable parts is null as soon as one is not known
 * @legal none: a sum
 */
export function joinParts(parts: readonly AnneeCalculee[]): AnneeCalculee {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const lignes: LigneFinancement[] = [];
  const versements: Versement[] = [];
  const hypotheses: Message[] = [];
  const notComputed: Message[] = [];
  let variableRestant: Centimes | null = RIEN.variableRestant;
  for (const part of parts) {
    if (part === RIEN) continue;
    lignes.push(...part.lignes);
    versements.push(...part.versements);
    hypotheses.push(...part.hypotheses);
    notComputed.push(...part.notComputed);
    const known: boolean = variableRestant !== null && part.variableRestant !== null;
    variableRestant = known ? addCentimes(variableRestant as Centimes, part.variableRestant as Centimes) : null;
  }
  return { lignes, versements, variableRestant, hypotheses, notComputed };
}
