import type { Figure } from './figure.ts';

/**
 * A text whose figures stand at known places: plain words, or figures that carry their origin.
 * It is the only form in which text travels to a reader, so that the last gate can license places, not values.
 */
export type LicensedText = readonly (string | Figure)[];

/** A figure and where it stands in the rendered string (UTF-16 offsets, end excluded). */
export type Licence = { readonly figure: Figure; readonly start: number; readonly end: number };

/** A rendered string with the places that are licensed. */
export type Rendered = { readonly text: string; readonly licences: readonly Licence[] };

/** Concatenates the pieces and notes the place of each figure. */
export function renderLicensed(pieces: LicensedText): Rendered {
  let text = '';
  const licences: Licence[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
    } else {
      licences.push({ figure: piece, start: text.length, end: text.length + piece.text.length });
      text += piece.text;
    }
  }
  return { text, licences };
}

/** Joins texts with a separator of plain words. */
export function joinLicensed(texts: readonly LicensedText[], separator: string): LicensedText {
  return texts.flatMap((text, index) => (index === 0 ? [...text] : [separator, ...text]));
}
