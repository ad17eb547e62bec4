import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { type Centimes, toCentimes } from '#corpus/law/euros.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import { type Parsed, toEcho, toProblem, toValue } from './parsed.ts';

/** Euros in digits, groups of three allowed; the decimals, if any, are kept apart. */
const PLAIN = /^(\d{1,12}|\d{1,3}(?:[ \u00a0\u202f'’]\d{3}){1,3})(?:[.,](\d+))?$/;

/** Ways of writing an amount. */
const EXEMPLE = { kind: 'donnee', fr: '40000 ou 40000,50', en: '40000 or 40000,50' } as const;

/** Guard against typing errors, in euros: not law. */
const PLAUSIBLE_MAX = 1_000_000_000;

/**
 * Reads euros: « 40000 », « 40 000 € », « 40000,50 », « 40k€ », « quarante mille euros ».
 * Refused: signs, more than two decimals (« 40,000 » could be either), approximations.
 */
export function parseMontant(typed: string): Parsed<Centimes> {
  const text = typed.trim().replace(/\s*(?:€|euros?|eur)$/i, '');
  const args = { ecrit: toEcho(typed), exemple: EXEMPLE };
  const plain = PLAIN.exec(text);
  if (plain && (plain[2]?.length ?? 0) > 2) return toProblem('cli-montant-decimales', args);
  const euros = plain ? toNumber(plain[1] ?? '', plain[2]) : findEuros(typed.trim());
  if (euros === undefined || euros > PLAUSIBLE_MAX || !isWholeCents(euros))
    return toProblem('cli-montant-illisible', args);
  return toValue(toCentimes(euros));
}

function toNumber(whole: string, decimals: string | undefined): number {
  return Number(`${whole.replace(/\D/g, '')}.${decimals ?? '0'}`);
}

/** Amount in words or abbreviated, when it is all there is. */
function findEuros(text: string): number | undefined {
  // A mark of thousands that may be a decimal one is refused rather than guessed.
  if (/\d[.,]\d{3}(?!\d)/.test(text)) return undefined;
  const [figure, ...others] = readFigures(text, FIRST_DAY);
  if (!figure || others.length > 0 || figure.start > 0 || figure.end < text.length) return undefined;
  if (figure.kind === 'amount' && !figure.approximate) return figure.euros;
  return figure.kind === 'number' && !figure.approximate ? figure.value : undefined;
}

function isWholeCents(euros: number): boolean {
  return euros >= 0 && Math.abs(euros * 100 - Math.round(euros * 100)) < 1e-6;
}
