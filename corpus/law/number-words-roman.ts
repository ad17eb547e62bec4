/**
 * Upper-case words of ordinary administrative French or English that happen to be valid Roman numerals:
 * Messieurs, curriculum vitæ, disque, copie, docteur (MD), contre-indication, contrat à durée indéterminée,
 * chambre de commerce, carte mobilité inclusion, dénomination commune internationale.
 * They are never read as numbers; everything else of two letters or more that is valid is.
 */
const NOT_ROMAN: ReadonlySet<string> = new Set(['MM', 'CV', 'CD', 'CC', 'MD', 'CI', 'CDI', 'CCI', 'CMI', 'DCI']);

/** Words after which a single I, V or X is a number. */
export const ROMAN_HEADS: ReadonlySet<string> = new Set([
  'titre',
  'titres',
  'livre',
  'livres',
  'chapitre',
  'chapitres',
  'partie',
  'parties',
  'article',
  'articles',
  'annexe',
  'annexes',
  'section',
  'alinea',
  'tome',
  'volume',
  'volet',
  'phase',
  'etape',
  'niveau',
  'type',
  'stade',
  'grade',
  'classe',
  'categorie',
  'groupe',
  'avenant',
  'mission',
  'taille',
  'annee',
  'siecle',
  'title',
  'book',
  'chapter',
  'part',
  'annex',
  'appendix',
  'level',
  'stage',
  'size',
  'year',
  'point',
]);

const VALID = /^(?=.)M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const LETTERS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** « Ier », « Ire »; then « IIe », « Ve », « XXIème », "IVth". « Vers » and « Me » are words. */
const SUFFIXED =
  /^(?:(I)(?:er|ers|re|res|ere|eres|iere)|([IVX])(?:e|eme|ieme)|([IVXLCDM]{2,})(?:e|eme|emes|ieme|iemes|nde?|st|rd|th))$/;

/**
 * Value of a Roman numeral of two letters or more, in capitals (« XIV »), in small letters when it is made of i, v
 * and x alone (« xiv »), or followed by an ordinal ending (« IIe », « Ve », « Ier »).
 * @param cased a word with its case, accents folded
 * @returns undefined for words that only look like one (« CV », « MM », « MIL »)
 */
export function findRomanValue(cased: string): number | undefined {
  if (!'IVXLCDMivxl'.includes(cased[0] as string)) return undefined;
  const match = SUFFIXED.exec(cased);
  const suffixed = match?.[1] ?? match?.[2] ?? match?.[3];
  if (suffixed !== undefined) return toValue(suffixed);
  if (cased.length < 2) return undefined;
  if (/^[ivx]+$/i.test(cased)) return toValue(cased.toUpperCase());
  if (/^[IVX]{2,}(?:EME|IEME|E)$/.test(cased) && cased !== 'VIE') return toValue(cased.replace(/I?E(?:ME)?$/, ''));
  // « XlV »: a small l for a capital I.
  if (/^[IVXl]+$/.test(cased) && /[VX]/.test(cased)) return toValue(cased.replaceAll('l', 'I'));
  return /^[IVXLCDM]+$/.test(cased) ? toValue(cased) : undefined;
}

/** Value of a single I, V or X (either case), to be used only after one of {@link ROMAN_HEADS}. */
export function findSingleRomanValue(cased: string): number | undefined {
  return /^[IVXivx]$/.test(cased) ? LETTERS[cased.toUpperCase()] : undefined;
}

function toValue(numeral: string): number | undefined {
  if (!VALID.test(numeral) || NOT_ROMAN.has(numeral)) return undefined;
  let value = 0;
  for (let at = 0; at < numeral.length; at += 1) {
    const letter = LETTERS[numeral[at] as string] ?? 0;
    const next = LETTERS[numeral[at + 1] ?? ''] ?? 0;
    value += letter < next ? -letter : letter;
  }
  return value;
}
