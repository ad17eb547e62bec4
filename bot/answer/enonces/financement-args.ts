import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { LigneFinancement } from '#tools/financement/financement.ts';
import type { Calcul } from '../calcul.ts';
import type { Backing } from './teller.ts';

/** A run of the funding calculator. */
export type CalculFinancement = Extract<Calcul, { tool: 'financement' }>;

/** What stands behind a line of funding. */
export function toLigneBacking(ligne: LigneFinancement | undefined): Backing {
  const { statut = null, confiance = null, references = [] } = ligne ?? {};
  return { tool: 'financement', statut, confiance, references };
}

/** An amount as a value to place in a sentence. */
export function toEurosArg(centimes: Centimes): MessageArg {
  return { kind: 'euros', centimes };
}

/** A day as a value to place in a sentence. */
export function toDateArg(date: CalendarDate): MessageArg {
  return { kind: 'date', date };
}
