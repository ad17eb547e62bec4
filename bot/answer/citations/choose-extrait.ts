import type { Span } from '#corpus/law/find-figures.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';
import { type Documents, type PassageDocument, toPhraseId } from './documents.ts';

/** Most sentences of a quotation, and how long it may grow by taking another one, in characters. */
const MOST = 3;
const LENGTH = 420;
/** Share of the question that a neighbour must add to be quoted too. */
const ADDED = 0.12;
/** What the meaning of a sentence counts for beside its words. */
const MEANING = 0.6;
/**
 * The sentences of a passage that cover a question best, in a row: one, with its neighbours where they add to it, or
 * where it cannot be understood without the one before.
 */
export function chooseExtrait(
  query: string,
  { passage, phrases }: PassageDocument,
  retriever: Retriever,
  documents: Documents,
): { readonly span: Span; readonly confidence: number } {
  const texts = phrases.map(({ start, end }) => passage.corps.slice(start, end));
  const stems = texts.map((text) => documents.listStems(text));
  const asked = [...documents.listStems(query)].filter((stem) => !documents.appels.has(stem));
  const own = new Set(phrases.map((_, place) => toPhraseId(passage.id, place)));
  const hits = retriever.search(query, { k: own.size, allow: (id) => own.has(id) });
  const meaning = new Map(hits.map(({ id, confidence }) => [id, confidence]));
  function toConfidence(place: number): number {
    return meaning.get(toPhraseId(passage.id, place)) ?? 0;
  }
  function toShare(places: readonly number[]): number {
    const covered = new Set(places.flatMap((place) => [...(stems[place] ?? [])]));
    return computeShare(asked, covered, documents.weighStem);
  }
  const scores = texts.map((_, place) => toShare([place]) + MEANING * toConfidence(place));
  let [first, last] = [scores.indexOf(Math.max(...scores)), 0];
  last = first;
  const toLength = () => (phrases[last]?.end ?? 0) - (phrases[first]?.start ?? 0);
  for (let grown = true; grown && last - first + 1 < MOST; ) {
    const places = Array.from({ length: last - first + 1 }, (_, place) => first + place);
    const share = toShare(places);
    const gains = [first - 1, last + 1].map((place) =>
      texts[place] === undefined ? 0 : toShare([...places, place]) - share,
    );
    const [before = 0, after = 0] = gains;
    const needed = first > 0 && documents.goesOn(texts[first] ?? '') && toLength() < LENGTH;
    grown = needed || Math.max(before, after) >= ADDED;
    if (!grown) break;
    const isBefore = needed || before >= after;
    const added = texts[isBefore ? first - 1 : last + 1]?.length ?? 0;
    if (toLength() + added > LENGTH) break;
    if (isBefore) first -= 1;
    else last += 1;
  }
  const places = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const confidence = Math.max(toShare(places), ...places.map(toConfidence));
  return { span: { start: phrases[first]?.start ?? 0, end: phrases[last]?.end ?? passage.corps.length }, confidence };
}

/** Share of the words asked about that are covered, each by its rarity. */
function computeShare(asked: readonly string[], covered: ReadonlySet<string>, weigh: (stem: string) => number): number {
  let [found, total] = [0, 0];
  for (const stem of asked) {
    const weight = weigh(stem);
    total += weight;
    if (covered.has(stem)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
