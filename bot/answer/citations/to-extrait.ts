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
  const cut = leaveOut(text);
  // Read as they are shown: apart from their neighbours, or closer to them, words may make a figure that they did not
  // make before.
  const licensed = licenseText(cut.shown, id, FIRST_DAY, { statut, confiance, references });
  return licensed.map((piece) =>
    typeof piece === 'string' ? piece : moveSpan(piece, (at) => start + cut.toWritten(at)),
  );
}

/** A text without its addresses, and where each place of it stands in the text as written. */
function leaveOut(text: string): { readonly shown: string; readonly toWritten: (at: number) => number } {
  const gaps: { readonly at: number; readonly shift: number }[] = [];
  let shown = '';
  let position = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    shown += text.slice(position, index) + LEFT_OUT;
    position = index + address.replace(/[.,;:!?)\]]+$/u, '').length;
    gaps.push({ at: shown.length, shift: position - shown.length });
  }
  const toWritten = (at: number) => at + (gaps.findLast((gap) => gap.at <= at)?.shift ?? 0);
  return { shown: shown + text.slice(position), toWritten };
}

function moveSpan(figure: Figure, move: (at: number) => number): Figure {
  const { origin } = figure;
  if (origin.type !== 'source') return figure;
  return { ...figure, origin: { ...origin, span: [move(origin.span[0]), move(origin.span[1])] } };
}
