import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';

/** Digits in groups of three or not, with decimals or not; a sign is read so that it can be refused by name. */
const PLAIN = /^-?(?:\d{1,15}|\d{1,3}(?:[ \u00a0\u202f'’_]\d{3}){1,4})(?:[.,]\d{1,2})?$/;

/** Powers are understood in a question; an option is written in full, so that a slip is seen. */
const POWER = /\d(?:e\d|\^|\*\*|[⁰¹²³⁴-⁹])/i;

/**
 * Reads a count: « 85000 », « 85 000 », « 85k », « quatre-vingt-cinq mille », with its noun or not.
 * @param exemple a way of writing it that is accepted
 * @returns the number as it is (negative, not whole…): whether it can be used is the tools' business
 */
export function parseNombre(typed: string, exemple: string): Parsed<number> {
  const text = typed.trim().replace(/\s*(?:habitants?|hab\.?|membres?)$/i, '');
  if (PLAIN.test(text)) return toValue(Number(text.replace(/[ \u00a0\u202f'’_]/g, '').replace(',', '.')));
  const [figure, ...others] = readFigures(text, FIRST_DAY);
  const whole = figure && others.length === 0 && figure.start === 0 && figure.end === text.length;
  if (whole && figure.kind === 'number' && figure.value < 1e15 && !POWER.test(text)) return toValue(figure.value);
  return toProblem('cli-nombre-illisible', { ecrit: toEcho(typed), exemple: toExemple(exemple) });
}
