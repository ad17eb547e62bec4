import type { Span } from '#corpus/law/find-figures.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';
import { type Documents, type PassageDocument, toPhraseId } from './documents.ts';

/** Most sentences of a quotation, items of a list apart, and how long it may grow by taking another, in characters. */
const MOST = 3;
const LENGTH = 440;
/** Share of the question that a neighbour must add to be quoted too. */
const ADDED = 0.12;
/** What the meaning of a sentence, and the words that stand for those of the question, count for beside these. */
const MEANING = 0.7;
/** An item of a list, which says little without the words that announce it. */
const ITEM = /^(?:[•◦▪‣·●–—*+-]|\d{1,2}[.)]|[a-z]\))\s/u;
/** Words of somebody from end to end: the sentence before says whose. */
const QUOTED = /^«[^«»]*»[.\s]*$/u;

/** What is quoted, with how sure it is to speak of the question, and the words of the question that it holds. */
export type Extrait = { readonly span: Span; readonly confidence: number; readonly covered: readonly string[] };

/** Sentences of a passage, with how far they cover a question. */
type Phrases = {
  readonly texts: readonly string[];
  readonly toLength: (first: number, last: number) => number;
  readonly toShare: (first: number, last: number) => number;
  readonly goesOn: (sentence: string) => boolean;
};

/**
 * The sentences of a passage that cover a question best, in a row: one, with its neighbours where they add to it, or
 * where it cannot be understood without them.
 */
export function chooseExtrait(
  query: string,
  { passage, phrases }: PassageDocument,
  retriever: Retriever,
  documents: Documents,
): Extrait {
  const texts = phrases.map(({ start, end }) => passage.corps.slice(start, end));
  const stems = texts.map((text) => documents.listStems(text));
  const asked = [...documents.listStems(query)];
  const own = new Set(phrases.map((_, place) => toPhraseId(passage.id, place)));
  const hits = retriever.search(query, { k: own.size, allow: (id) => own.has(id) });
  const meanings = new Map(hits.map(({ id, confidence }) => [id, confidence]));
  const toMeaning = (place: number) => meanings.get(toPhraseId(passage.id, place)) ?? 0;
  const titles = documents.listStems(passage.titre);
  function toShare(first: number, last: number): number {
    const covered = new Set(stems.slice(first, last + 1).flatMap((some) => [...some]));
    return computeShare(asked, (stem) => weighCovered(stem, covered, titles), documents.weighStem);
  }
  const toLength = (first: number, last: number) => (phrases[last]?.end ?? 0) - (phrases[first]?.start ?? 0);
  const scores = texts.map((_, place) => toShare(place, place) + MEANING * toMeaning(place));
  const best = scores.indexOf(Math.max(...scores));
  const [first, last] = grow(best, { texts, toLength, toShare, goesOn: documents.goesOn });
  const meaning = Math.max(...texts.slice(first, last + 1).map((_, place) => toMeaning(first + place)));
  return {
    span: { start: phrases[first]?.start ?? 0, end: phrases[last]?.end ?? passage.corps.length },
    confidence: Math.max(toShare(first, last), MEANING * meaning),
    covered: asked.filter((stem) => titles.has(stem) || stems.slice(first, last + 1).some((some) => some.has(stem))),
  };
}

function grow(best: number, { texts, toLength, toShare, goesOn }: Phrases): readonly [number, number] {
  let [first, last] = [best, best];
  for (let grown = true; grown; ) {
    grown = false;
    const sentences = texts.slice(first, last + 1).filter((text) => !ITEM.test(text)).length;
    const share = toShare(first, last);
    const fits = (from: number, to: number) => from >= 0 && to < texts.length && toLength(from, to) <= LENGTH;
    const isShort = sentences < MOST || ITEM.test(texts[last + 1] ?? '');
    if (fits(first - 1, last) && sentences < MOST && needsBefore(texts[first] ?? '', goesOn)) first -= 1;
    else if (fits(first, last + 1) && isShort && needsAfter(texts[last] ?? '', texts[last + 1] ?? '')) last += 1;
    else if (fits(first - 1, last) && sentences < MOST && toShare(first - 1, last) - share >= ADDED) first -= 1;
    else if (fits(first, last + 1) && sentences < MOST && toShare(first, last + 1) - share >= ADDED) last += 1;
    else continue;
    grown = true;
  }
  return [first, last];
}

function needsBefore(text: string, goesOn: (sentence: string) => boolean): boolean {
  return ITEM.test(text) || QUOTED.test(text) || (!text.startsWith('«') && goesOn(text));
}

/** What is announced comes too: a list after its colon, its next items, words after the one who says them. */
function needsAfter(text: string, next: string): boolean {
  return /:\s*$/u.test(text) || (ITEM.test(text) && ITEM.test(next)) || QUOTED.test(next);
}

/** What a word counts for that only the titles above have; their numbers are not those asked about. */
const TITLE = 0.4;

function weighCovered(stem: string, covered: ReadonlySet<string>, titles: ReadonlySet<string>): number {
  if (covered.has(stem)) return 1;
  return titles.has(stem) && !/\d/.test(stem) ? TITLE : 0;
}

/** Share of the words asked about that are covered, each by its rarity. */
function computeShare(
  asked: readonly string[],
  cover: (stem: string) => number,
  weigh: (stem: string) => number,
): number {
  let [found, total] = [0, 0];
  for (const stem of asked) {
    const weight = weigh(stem);
    total += weight;
    found += cover(stem) * weight;
  }
  return total === 0 ? 0 : found / total;
}
