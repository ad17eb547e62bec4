import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Embedder } from '#corpus/retrieval/embedder.ts';
import { createExactIndex } from '#corpus/retrieval/exact-index.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { toUnit } from '#corpus/retrieval/unit-vector.ts';
import { type Rival, toSearched } from './rival.ts';

/** The nearest vector, and its passage as it is. */
export function createVectorSearch(
  passages: readonly CorpusPassage[],
  { tokenizer, embedder }: { readonly tokenizer: Tokenizer; readonly embedder: Embedder },
): Rival {
  const index = createExactIndex(embedder.dimension);
  const known = new Map(passages.map((passage) => [passage.id, passage]));
  for (const passage of passages) index.add(passage.id, embed(toSearched(passage)));

  function embed(text: string): Float32Array {
    const sum = new Float32Array(embedder.dimension);
    for (const word of tokenizer.contentWords(text)) {
      for (const [at, value] of embedder.vector(word)?.entries() ?? []) sum[at] = (sum[at] ?? 0) + value;
    }
    return toUnit(sum);
  }

  return {
    nom: 'vecteurs, premier passage',
    ask(question) {
      const [nearest] = index.search(embed(question), 1);
      const passage = known.get(nearest?.id ?? '');
      return Promise.resolve({ refs: passage?.refs ?? [], text: passage?.corps ?? '' });
    },
  };
}
