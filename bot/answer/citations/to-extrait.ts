import type { Span } from '#corpus/law/find-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { licensePassage } from '../license-passage.ts';
import type { PassageDocument } from './documents.ts';

/** Addresses of pages and of people. */
const ADDRESS = /(?:https?|ftp|file):\/\/[^\s»]+|www\.[^\s»]+|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** What a reader takes for words left out. */
const LEFT_OUT = '[…]';

/**
 * The words of a document between two places, on one line, with their figures licensed. An address is left out, and the
 * place shows it: what somebody else wrote sends nobody anywhere.
 */
export function toExtrait({ passage }: PassageDocument, { start, end }: Span): LicensedText {
  const { body } = licensePassage(passage);
  const pieces: LicensedText[number][] = [];
  let position = start;
  for (const { 0: address, index } of passage.corps.slice(start, end).matchAll(ADDRESS)) {
    const bare = address.replace(/[.,;:!?)\]]+$/u, '');
    pieces.push(...slice(body, position, start + index), LEFT_OUT);
    position = start + index + bare.length;
  }
  pieces.push(...slice(body, position, end));
  return pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/\s*\n\s*/g, ' ') : piece));
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
