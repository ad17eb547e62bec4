import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import type { Span } from '#corpus/law/find-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { licensePassage } from '../license-passage.ts';
import { licenseText } from '../license-text.ts';
import type { PassageDocument } from './documents.ts';

/** Addresses of pages and of people. */
const ADDRESS = /(?:https?|ftp|file):\/\/[^\s»]+|www\.[^\s»]+|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** What a reader takes for words left out. */
const LEFT_OUT = '[…]';

/**
 * The words of a document between two places, on one line, with their figures licensed by their span in the passage.
 * An address is left out, and the place shows it: what somebody else wrote sends nobody anywhere.
 */
export function toExtrait({ passage }: PassageDocument, { start, end }: Span): LicensedText {
  const { id, corps, statut, confiance } = passage;
  const { references } = licensePassage(passage);
  // Sign for sign, so that places stay what they are.
  const text = corps.slice(start, end).replaceAll('\n', ' ');
  // Read as they are shown: apart from their neighbours, words may make a figure that they did not make before.
  const licensed = licenseText(text, id, FIRST_DAY, { statut, confiance, references });
  const pieces: (string | Figure)[] = [];
  let position = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    pieces.push(...slice(licensed, position, index), LEFT_OUT);
    position = index + address.replace(/[.,;:!?)\]]+$/u, '').length;
  }
  pieces.push(...slice(licensed, position, text.length));
  return pieces.map((piece) => (typeof piece === 'string' ? piece : shift(piece, start)));
}

/** The pieces of a text between two places; a figure that stands across one of them is taken whole. */
function slice(text: LicensedText, start: number, end: number): LicensedText {
  let position = 0;
  return text.flatMap((piece): LicensedText => {
    const from = position;
    position += typeof piece === 'string' ? piece.length : piece.text.length;
    if (position <= start || from >= end) return [];
    return [typeof piece !== 'string' ? piece : piece.slice(Math.max(0, start - from), end - from)];
  });
}

function shift(figure: Figure, by: number): Figure {
  const { origin } = figure;
  if (origin.type !== 'source') return figure;
  return { ...figure, origin: { ...origin, span: [origin.span[0] + by, origin.span[1] + by] } };
}
