import type { Corpus } from '#corpus/load-corpus.ts';
import type { Lexique } from '#corpus/retrieval/lexique.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { createSimilarity } from './answer/create-similarity.ts';
import { createDivergenceFinder } from './answer/find-divergence.ts';
import { createNameFinder } from './answer/find-named.ts';
import { createFitMeasure } from './answer/measure-fit.ts';
import type { Bibliotheque } from './answer/retrieve-passages.ts';
import type { Concepts } from './answer/situate/donnees.ts';

/** What a library is built from besides the corpus. */
type BibliothequeParts = Pick<Bibliotheque, 'retriever' | 'embedQuestion' | 'abstention'> & {
  readonly concepts: Concepts;
  readonly lexique: Lexique;
  readonly tokenizer: Tokenizer;
};

/** What answers look passages up with. */
export function createBibliotheque(
  corpus: Corpus,
  { retriever, embedQuestion, concepts, lexique, tokenizer, abstention }: BibliothequeParts,
): Bibliotheque {
  return {
    retriever,
    embedQuestion,
    passages: corpus.passagesById,
    themeWeights: weighThemes(corpus),
    measureFit: createFitMeasure({ ...corpus, ...abstention, concepts, lexique, tokenizer }),
    abstention,
    findNamed: createNameFinder(corpus.passages),
    findDivergence: createDivergenceFinder(tokenizer),
    isSimilar: createSimilarity(tokenizer),
  };
}

/** Rare themes tell more: 0 for one that every passage has, near 1 for one that a single passage has. */
function weighThemes({ passages }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { themes } of passages) for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const most = Math.log(passages.length);
  return new Map([...counts].map(([theme, count]) => [theme, Math.log(passages.length / count) / most]));
}
