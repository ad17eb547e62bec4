const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/**
 * Gives a French text its no-break spaces: « 75 000 € », « 80 % », « 1er mars », « … ».
 * The data files are written with plain spaces, which people can type; readers get the typographic ones.
 */
export function toTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/gu, NARROW)
    .replace(/(?<=\d) (?=%|M€|k€)/gu, NARROW)
    .replace(/(?<=\d) (?=€)/gu, NO_BREAK)
    .replace(
      /(?<=\d|\d(?:er|re)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)/gu,
      NO_BREAK,
    )
    .replace(/« /gu, `«${NO_BREAK}`)
    .replace(/ »/gu, `${NO_BREAK}»`)
    .replace(/ (?=[:;!?])/gu, NARROW)
    .replace(/'/gu, '’');
}
