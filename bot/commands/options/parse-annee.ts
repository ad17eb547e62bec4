import { FIRST_DAY, LAST_DAY, toParts } from '#corpus/law/calendar-date.ts';
import { type Parsed, toEcho, toProblem, toValue } from './parsed.ts';

/** Reads a civil year in four digits: « 2026 », « année 2026 ». Two digits are refused: the century is the person's. */
export function parseAnnee(typed: string): Parsed<number> {
  const digits = /^(?:ann[ée]e\s+)?(\d{4})$/iu.exec(typed.trim())?.[1];
  const [first, last] = [toParts(FIRST_DAY).year, toParts(LAST_DAY).year];
  const annee = Number(digits);
  if (digits !== undefined && annee >= first && annee <= last) return toValue(annee);
  return toProblem('cli-annee-illisible', { ecrit: toEcho(typed), premiere: toYear(first), derniere: toYear(last) });
}

function toYear(valeur: number) {
  return { kind: 'nombre', valeur, unite: 'annee' } as const;
}
