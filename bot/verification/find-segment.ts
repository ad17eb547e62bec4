import { isMesure, LIAISON, type Quantite } from './read-quantites.ts';

/** What ends a segment in plain words. */
const COUPE = /[,;:()•]\s|\s[–—-]\s|[()]/gu;
/** Between two figures, a joining word ends the segment of the first too. */
const COUPE_ENTRE = /[,;:()•]\s|\s[–—-]\s|[()]|\b(?:et|ou|puis|dont|mais|contre|and|or|but|then)\b/giu;

/** The words that go with a figure of a sentence: its segment, cut at the figures beside it; a list shares its own. */
export function findSegment(text: string, quantites: readonly Quantite[], index: number): string {
  const [first, last] = findList(text, quantites, index);
  const { start } = quantites[first] as Quantite;
  const { end } = quantites[last] as Quantite;
  const previous = findOther(quantites, first, -1);
  const next = findOther(quantites, last, 1);
  const from = previous
    ? previous.end + findLastCut(text.slice(previous.end, start), COUPE_ENTRE)
    : findLastCut(text.slice(0, start), COUPE);
  const rest = text.slice(end, next?.start ?? text.length);
  const to = end + (findFirstCut(rest, next ? COUPE_ENTRE : COUPE) ?? rest.length);
  return text.slice(from, to);
}

/** Ends of the list of figures that one belongs to. */
function findList(text: string, quantites: readonly Quantite[], index: number): readonly [number, number] {
  let [first, last] = [index, index];
  while (isLinked(text, quantites[first - 1], quantites[first])) first -= 1;
  while (isLinked(text, quantites[last], quantites[last + 1])) last += 1;
  return [first, last];
}

function isLinked(text: string, one: Quantite | undefined, two: Quantite | undefined): boolean {
  return (
    one !== undefined && two !== undefined && one.unite === two.unite && LIAISON.test(text.slice(one.end, two.start))
  );
}

/** The figure beside, names of sizes and texts left out: they belong to the words. */
function findOther(quantites: readonly Quantite[], from: number, step: 1 | -1): Quantite | undefined {
  for (let at = from + step; at >= 0 && at < quantites.length; at += step) {
    const quantite = quantites[at] as Quantite;
    if (isMesure(quantite)) return quantite;
  }
  return undefined;
}

function findLastCut(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

function findFirstCut(text: string, pattern: RegExp): number | undefined {
  return [...text.matchAll(pattern)][0]?.index;
}
