import type { LicensedText } from '#corpus/law/licensed-text.ts';

/** The pieces of a text between two places of its rendered string; a figure is taken whole or not at all. */
export function sliceLicensed(text: LicensedText, start: number, end: number): LicensedText {
  let position = 0;
  return text.flatMap((piece): LicensedText => {
    const from = position;
    position += typeof piece === 'string' ? piece.length : piece.text.length;
    if (position <= start || from >= end) return [];
    if (typeof piece !== 'string') return from >= start && position <= end ? [piece] : [];
    return [piece.slice(Math.max(0, start - from), end - from)];
  });
}
