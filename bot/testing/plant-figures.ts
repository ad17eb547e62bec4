import fc from 'fast-check';
import type { LicensedText } from '#corpus/law/licensed-text.ts';

/** A text with a figure put where none was licensed, and the figure. */
export type Planted = { readonly text: LicensedText; readonly figure: string };

const integer = fc.integer({ min: 2, max: 2_000_000 });

/** Figures written so that they may stand inside a word: every reader sees a number there. */
export const SIGNS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'ASCII digits': integer.map(String),
  'French amounts': integer.map((value) => `${value.toLocaleString('fr-FR')} €`),
  'Arabic-Indic digits': inScript(0x0660),
  'Devanagari digits': inScript(0x0966),
  'full-width digits': inScript(0xff10),
  'mathematical digits': inScript(0x1d7ce),
  superscripts: integer.map((value) => String(value).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')),
  'circled digits': fc.integer({ min: 0, max: 19 }).map((value) => String.fromCodePoint(0x2460 + value)),
  'emoji keycaps': fc.integer({ min: 0, max: 9 }).map((value) => `${value}\ufe0f\u20e3`),
  'fractions and pictures': fc.constantFrom('½', '⅔', '💯', '🔟', '🥇', 'Ⅳ', 'ⅻ'),
  'dates in digits': fc.constantFrom('15/01/2024', '2024-03-01', '1/3', '14:30'),
  percentages: fc.integer({ min: 0, max: 100 }).map((value) => `${value} %`),
  'digits split by invisible characters': fc
    .tuple(fc.integer({ min: 10, max: 99_999 }), fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff'))
    .map(([value, invisible]) => [...String(value)].join(invisible)),
};

const WORDS_FR = ['douze mille', 'un mois', 'deux', 'soixante-dix-sept mille deux cents', 'quatre-vingts', 'une année'];
const WORDS_EN = ['one third', 'twelve thousand', 'half of it', 'twenty-one', 'one year', 'a dozen', 'third quarter'];
// Not « le double »: before « sens » it is another word.
const words = fc.constantFrom(...WORDS_FR, ...WORDS_EN, 'la moitié', 'les trois quarts', 'une trentaine', 'le triple');

/** Figures written in letters: they stand between words. */
export const WORDS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'numbers in French': fc.constantFrom(...WORDS_FR),
  'numbers in English': fc.constantFrom(...WORDS_EN),
  'shares and multiples': fc.constantFrom('la moitié', 'deux tiers', 'trois quarts', 'le triple', 'half', 'twofold'),
  ordinals: fc.constantFrom('le premier jour', 'deuxième', 'vingtième', 'XIXe', 'the sixth', 'twelfth'),
  months: fc.constantFrom('janvier', 'août', 'en mars', 'décembre', 'January', 'early September', 'in May', 'févr.'),
  'dates in words': fc.constantFrom('le premier mars', 'quinze janvier', 'the first of April', 'fin juin'),
  'Roman numerals': fc.constantFrom('XIV', 'III', 'titre IV', 'annexe XII', 'livre V'),
  capitals: words.map((word) => word.toUpperCase()),
  'letters split by invisible characters': fc
    .tuple(words, fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad'))
    .map(([word, invisible]) => [...word].join(invisible)),
  'look-alike letters': words.map((word) =>
    word.replace(/[aeopxi]/g, (letter) => ({ a: 'а', e: 'е', o: 'о', p: 'р', x: 'х', i: 'і' })[letter] ?? letter),
  ),
  'combining marks': words.map((word) => word.replace(/\p{L}/gu, '$&\u0336')),
  'mathematical letters': words.map((word) =>
    word.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
  ),
};

/**
 * Puts a figure at a place of the words of a text: pieces that carry no figure.
 * @param place which place, any number: it is taken among those of the text
 * @param inside whether the figure may cut a word; it stands between blanks otherwise
 */
export function plantInWords(text: LicensedText, figure: string, place: number, inside: boolean): Planted {
  const places = text.flatMap((piece, index) =>
    typeof piece === 'string' ? listOffsets(piece, inside).map((offset) => ({ piece, index, offset })) : [],
  );
  const chosen = places[place % places.length];
  if (!chosen) return { text: [...text, figure], figure };
  const { piece, index, offset } = chosen;
  const planted = inside ? figure : ` ${figure} `;
  const grown = `${piece.slice(0, offset)}${planted}${piece.slice(offset)}`;
  return { text: text.with(index, grown), figure };
}

/** Puts a figure against a licensed one, before or after it, with nothing or a blank between them. */
export function plantBesideFigure(text: LicensedText, figure: string, place: number, glue: string): Planted {
  const licensed = text.flatMap((piece, index) => (typeof piece === 'string' ? [] : [index]));
  const at = licensed[Math.floor(place / 2) % licensed.length] ?? 0;
  const isBefore = place % 2 === 0;
  const planted = isBefore ? ` ${figure}${glue}` : `${glue}${figure} `;
  return { text: text.toSpliced(isBefore ? at : at + 1, 0, planted), figure };
}

/** Every place between characters, or only those beside a blank. */
function listOffsets(piece: string, inside: boolean): readonly number[] {
  const offsets = Array.from({ length: piece.length + 1 }, (_, offset) => offset);
  if (inside) return offsets.filter((offset) => !/[\ud800-\udbff]/.test(piece[offset - 1] ?? ''));
  return offsets.filter((offset) => /\s/.test(piece[offset - 1] ?? '') || /\s/.test(piece[offset] ?? ''));
}

function inScript(zero: number): fc.Arbitrary<string> {
  return integer.map((value) => String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))));
}
