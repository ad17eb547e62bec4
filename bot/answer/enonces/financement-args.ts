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

/** What stands behind a sum: the standing of its first line, and the references of each. */
export function toSommeBacking(lignes: readonly LigneFinancement[]): Backing {
  const unique = new Map(
    lignes.flatMap(({ references }) => references).map((reference) => [JSON.stringify(reference), reference]),
  );
  return { ...toLigneBacking(lignes[0]), references: [...unique.values()] };
}

/** An amount as a value to place in a sentence. */
export function toEurosArg(centimes: Centimes): MessageArg {
  return { kind: 'euros', centimes };
}

/** A day as a value to place in a sentence. */
export function toDateArg(date: CalendarDate): MessageArg {
  return { kind: 'date', date };
}
