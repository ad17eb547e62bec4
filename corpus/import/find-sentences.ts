import type { Span } from '#corpus/law/find-figures.ts';

/** A full stop after these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s('’«])(?:art|al|cf|dr|drs|pr|mm?|mmes?|mlle|me|st|ste|env|ex|éd|tél|vol|chap|pp?|n|l|r|d|resp|max|min|hab|av|bd|fig|tabl|ann|dir|coord|[A-ZÉ])\.$/u;
/** What ends a sentence: a mark, and the quotation marks or brackets it closes. */
const END = /[.!?…]+(?:[\s\u00a0\u202f]?[»”")\]])*(?=\s)/gu;
/** What begins one. */
const BEGINNING = /^\s+(?:[«“"([][\s\u00a0\u202f]?)?[\p{Lu}\p{N}•–—-]/u;
/** Words inside quotation marks are cut only when there are more characters of them than this. */
const QUOTED_MAX = 400;

/**
 * Sentences of a text by their places, in order; what stands between two is only space.
 * A line is cut from the next; short words between « and » are kept whole, and no figure is cut.
 * @param figures places where nothing may be cut
 */
export function findSentences(text: string, figures: readonly Span[] = []): readonly Span[] {
  const ends = [...findEnds(text), ...findLineEnds(text)].sort((a, b) => a - b);
  const cuts = dropInside(ends, [...figures, ...findQuoted(text)]);
  const spans: Span[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    const span = trim(text, from, cut);
    if (span) spans.push(span);
    from = cut;
  }
  return spans;
}

/** Places, in order, that stand inside no span. */
function dropInside(places: readonly number[], spans: readonly Span[]): readonly number[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let [next, reach] = [0, 0];
  return places.filter((place) => {
    for (; (sorted[next]?.start ?? place) < place; next += 1) reach = Math.max(reach, sorted[next]?.end ?? 0);
    return reach <= place;
  });
}

function findEnds(text: string): readonly number[] {
  return [...text.matchAll(END)].flatMap(({ 0: mark, index }) => {
    const end = index + mark.length;
    if (!BEGINNING.test(text.slice(end, end + 8))) return [];
    return mark === '.' && ABBREVIATION.test(text.slice(Math.max(0, end - 12), end)) ? [] : [end];
  });
}

function findLineEnds(text: string): readonly number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index);
}

function findQuoted(text: string): readonly Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[«»]/g)) {
    if (sign === '«') open.push(index);
    const start = sign === '»' ? open.pop() : undefined;
    if (start !== undefined && index - start <= QUOTED_MAX) spans.push({ start, end: index + 1 });
  }
  return spans;
}

function trim(text: string, from: number, to: number): Span | undefined {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
