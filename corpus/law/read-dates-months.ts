/** A month as it is written: its number, and whether the word is French, English or both. */
export type MonthName = { readonly month: number; readonly lang: 'fr' | 'en' | 'both' };

const FRENCH = [
  'janvier janv jenvier',
  'fevrier fevr fev fevier fervier',
  'mars',
  'avril avr avrile',
  'mai',
  'juin',
  'juillet juil juill jullet juillet',
  'aout',
  'septembre septmbre setembre',
  'octobre octbre',
  'novembre novmbre',
  'decembre decmbre',
];

const ENGLISH = [
  'january jan',
  'february feb febuary',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september',
  'october',
  'november',
  'december',
];

const BOTH = ['', '', '', '', '', '', '', '', 'sept sep', 'oct', 'nov', 'dec'];

/** Names and abbreviations of months, folded, with the usual slips. */
export const MONTHS: ReadonlyMap<string, MonthName> = new Map([
  ...toNames(FRENCH, 'fr'),
  ...toNames(ENGLISH, 'en'),
  ...toNames(BOTH, 'both'),
]);

/** French name of a month, for messages; 1 to 12. */
export function findMonthLabel(month: number): string {
  const labels = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
  return labels[month - 1] ?? '';
}

function toNames(lines: readonly string[], lang: MonthName['lang']): [string, MonthName][] {
  return lines.flatMap((line, index) =>
    line
      .split(' ')
      .filter(Boolean)
      .map((word): [string, MonthName] => [word, { month: index + 1, lang }]),
  );
}
