import type { Comprehension } from '#bot/answer/situate/situate.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/** A stretch of a text, and the missions it speaks of: one at most when several are named. */
export type Passe = { readonly text: string; readonly start: number; readonly missions: readonly string[] };

/**
 * Cuts a text where each mission begins to be spoken of, so that « prévention 20 000 € parcours 10 000 € » gives each
 * its own amount. A text that names one mission, or none, stays whole: its figures may stand on either side.
 */
export function splitMissions(text: string, comprehension: Comprehension): readonly Passe[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, start: index }));
  const starts = new Map<string, number>();
  // The last place from which a mission is still read is where it is named.
  for (const { start } of words) {
    for (const code of listMissions(text.slice(start), comprehension)) starts.set(code, start);
  }
  const missions = [...starts.keys()];
  if (missions.length < 2) return [{ text, start: 0, missions }];
  const cuts = [...starts]
    .map(([code, start]) => ({ code, start: includeNoun(start, words, comprehension) }))
    .toSorted((a, b) => a.start - b.start);
  const [first] = cuts;
  const head = { text: text.slice(0, first?.start ?? 0), start: 0, missions: [] };
  const rest = cuts.map(({ code, start }, index) => ({
    text: text.slice(start, cuts[index + 1]?.start ?? text.length),
    start,
    missions: [code],
  }));
  return head.text.trim() === '' ? rest : [head, ...rest];
}

function listMissions(text: string, { detectConcepts, concepts }: Comprehension): readonly string[] {
  return detectConcepts(text).filter((id) => concepts.concepts[id]?.genre === 'mission');
}

/** « mission prévention »: the noun goes with the name. */
function includeNoun(
  start: number,
  words: readonly { readonly word: string; readonly start: number }[],
  { concepts }: Comprehension,
): number {
  const index = words.findIndex((word) => word.start === start);
  const before = words[index - 1];
  const nouns = concepts.concepts.mission?.formes ?? [];
  return before && nouns.includes(dropAccents(before.word.toLowerCase())) ? before.start : start;
}
