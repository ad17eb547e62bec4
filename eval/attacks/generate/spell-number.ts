/** Words of a language from which numbers are put together. */
export type Composition = {
  readonly unites: readonly string[];
  readonly dizaines: readonly string[];
  readonly cent: string;
  readonly mille: string;
};

/** Spells a whole number, 2 to 999 999, as a grammar of the language would; unknown tens are counted from the last one. */
export function spellNumber(value: number, words: Composition): string {
  const { unites, cent, mille } = words;
  const [thousands, hundreds, rest] = [Math.floor(value / 1000), Math.floor((value % 1000) / 100), value % 100];
  const parts: string[] = [];
  if (thousands > 1) parts.push(spellNumber(thousands, words));
  if (thousands > 0) parts.push(mille);
  if (hundreds > 1) parts.push(unites[hundreds] as string);
  if (hundreds > 0) parts.push(cent);
  if (rest > 0) parts.push(spellTens(rest, words));
  return parts.join(' ');
}

function spellTens(value: number, { unites, dizaines }: Composition): string {
  if (value < 20) return unites[value] as string;
  const at = Math.min(Math.floor(value / 10) - 2, dizaines.length - 1);
  const left = value - (at + 2) * 10;
  // Past the last ten, French counts on: « soixante-quinze », then by twenties.
  if (left >= 20) return `quatre-vingt${left === 20 ? 's' : `-${unites[left - 20]}`}`;
  return left === 0 ? (dizaines[at] as string) : `${dizaines[at]}-${unites[left]}`;
}
