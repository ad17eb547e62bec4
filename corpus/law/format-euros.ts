import type { Centimes } from './euros.ts';
import type { Lang } from './lang.ts';

const NO_BREAK_SPACE = '\u00A0';
const NARROW_NO_BREAK_SPACE = '\u202F';

/**
 * Renders an amount: « 75 000 € », « 15 081,97 € »; "€75,000", "€15,081.97". Cents are shown only if there are any.
 * French puts U+202F between thousands and U+00A0 before the sign, so that an amount never breaks over two lines.
 */
export function formatEuros(centimes: Centimes, lang: Lang): string {
  const cents = Math.abs(centimes) % 100;
  const whole = groupThousands(String((Math.abs(centimes) - cents) / 100), lang);
  const digits = cents === 0 ? whole : `${whole}${decimalMark(lang)}${String(cents).padStart(2, '0')}`;
  const minus = centimes < 0 ? '-' : '';
  return lang === 'fr' ? `${minus}${digits}${NO_BREAK_SPACE}€` : `${minus}€${digits}`;
}

/** Renders a number with its decimals as they are: « 85 000 », « 1,5 »; "85,000", "1.5". */
export function formatNumber(value: number, lang: Lang): string {
  const [whole = '0', decimals] = decimalText(Math.abs(value)).split('.');
  const minus = value < 0 ? '-' : '';
  const tail = decimals === undefined ? '' : `${decimalMark(lang)}${decimals}`;
  return `${minus}${groupThousands(whole, lang)}${tail}`;
}

/** Renders a percentage given in points (75 for three quarters): « 75 % » with U+202F before the sign; "75%". */
export function formatPercent(value: number, lang: Lang): string {
  return lang === 'fr' ? `${formatNumber(value, lang)}${NARROW_NO_BREAK_SPACE}%` : `${formatNumber(value, lang)}%`;
}

/** Renders a rank: « 1er », « 2e »; "1st", "2nd", "11th". */
export function formatOrdinal(rank: number, lang: Lang): string {
  if (lang === 'fr') return rank === 1 ? '1er' : `${rank}e`;
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  return `${rank}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')}`;
}

function groupThousands(digits: string, lang: Lang): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? NARROW_NO_BREAK_SPACE : ',');
}

function decimalMark(lang: Lang): string {
  return lang === 'fr' ? ',' : '.';
}

/** Twelve decimals at most, so that 0.1 + 0.2 is written 0.3, and never with an exponent. */
function decimalText(value: number): string {
  const text = value.toFixed(12);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
