import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { type Rival, toSearched } from './rival.ts';

/** Saturation of a repeated word, and how much a long text is held back: the values of the books. */
const K1 = 1.2;
const B = 0.75;

/** BM25 on the same stems, and the first passage as it is. */
export function createBm25(passages: readonly CorpusPassage[], tokenizer: Tokenizer): Rival {
  const toStems = (text: string) =>
    tokenizer.tokenize(text).flatMap(({ stem, empty, kind }) => (empty || kind === 'whole' ? [] : [stem]));
  const counts = passages.map((passage) => countStems(toStems(toSearched(passage))));
  const lengths = counts.map((count) => [...count.values()].reduce((sum, times) => sum + times, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const holding = countStems(counts.flatMap((count) => [...count.keys()]));

  function score(at: number, stems: readonly string[]): number {
    let sum = 0;
    for (const stem of stems) {
      const times = counts[at]?.get(stem) ?? 0;
      const held = holding.get(stem) ?? 0;
      const idf = Math.log(1 + (passages.length - held + 0.5) / (held + 0.5));
      sum += (idf * times * (K1 + 1)) / (times + K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean));
    }
    return sum;
  }

  return {
    nom: 'BM25, premier passage',
    ask(question) {
      const stems = [...new Set(toStems(question))];
      const [best] = passages
        .map((passage, at) => ({ passage, score: score(at, stems) }))
        .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
      return Promise.resolve({ refs: best?.passage.refs ?? [], text: best?.passage.corps ?? '' });
    },
  };
}

function countStems(stems: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
