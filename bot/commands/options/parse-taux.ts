import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { type Fraction, toFraction } from '#corpus/law/euros.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';

/** Reads a share of a whole, exactly: « 0,8 », « 80 % », « 4/5 ». « 80 » is refused: it could be either. */
export function parseTaux(typed: string): Parsed<Fraction> {
  const text = typed.trim();
  const fraction = findFraction(text);
  if (fraction && fraction.den > 0 && fraction.num <= fraction.den) return toValue(fraction);
  return toProblem('cli-taux-illisible', { ecrit: toEcho(typed), exemple: toExemple('0,8 ou 80 %, de 0 à 1') });
}

function findFraction(text: string): Fraction | undefined {
  if (/^\d(?:[.,]\d{1,9})?$/.test(text)) return toFraction(toNumber(text));
  const percent = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*%$/.exec(text)?.[1];
  if (percent !== undefined) return toFraction(toNumber(percent), 100);
  const [figure, ...others] = readFigures(text, FIRST_DAY);
  if (!figure || others.length > 0 || figure.start > 0 || figure.end < text.length) return undefined;
  if (figure.kind === 'fraction') return { num: figure.num, den: figure.den };
  return figure.kind === 'percent' ? toFraction(figure.value, 100) : undefined;
}

function toNumber(decimal: string): number {
  return Number(decimal.replace(',', '.'));
}
