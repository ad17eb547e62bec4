import type { PdfLine } from './pdf-line.ts';

/** Lines looked at on each edge of a page. */
const EDGE = 3;
/** Share of the pages on which a line comes again, from which it is no part of the text. */
const REPEATED = 0.5;
/** « 3 », « - 3 - », « Page 3 sur 12 », « p. 3/12 ». */
const PAGE_NUMBER = /^[\s\W]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:\/|sur|de|of)\s*\d{1,4})?[\s\W]*$/iu;

/** Pages without their running titles, feet and numbers. */
export function dropRunningLines(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(listEdges(page).map(toKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, REPEATED * pages.length);
  return pages.map((page) => {
    const edges = new Set(listEdges(page));
    const ends = new Set([page[0], page.at(-1)]);
    const kept = page.filter((line) => {
      if (ends.has(line) && PAGE_NUMBER.test(toText(line))) return false;
      return !edges.has(line) || (counts.get(toKey(line)) ?? 0) < least;
    });
    // A page that says only what the others say is not made of running lines alone.
    return kept.length > 0 ? kept : page;
  });
}

function listEdges(page: readonly PdfLine[]): readonly PdfLine[] {
  return page.length <= 2 * EDGE ? page : [...page.slice(0, EDGE), ...page.slice(-EDGE)];
}

/** The same words at the same height, whatever the numbers. */
function toKey(line: PdfLine): string {
  return `${Math.round(line.y / 4)} ${toText(line).replace(/\d+/g, '#')}`;
}

function toText({ segments }: PdfLine): string {
  return segments.map(({ texte }) => texte).join(' ');
}
