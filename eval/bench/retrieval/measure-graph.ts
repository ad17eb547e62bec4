import { readDocumentWords } from '#corpus/retrieval/document-words.ts';
import type { Embedder } from '#corpus/retrieval/embedder.ts';
import { createExactIndex } from '#corpus/retrieval/exact-index.ts';
import { createHnswIndex, loadHnswlib } from '#corpus/retrieval/hnsw-index.ts';
import { buildMeaningData, embedDocuments } from '#corpus/retrieval/meaning-data.ts';
import { createQuestionEmbedder } from '#corpus/retrieval/meaning-index.ts';
import type { PassageIndex } from '#corpus/retrieval/passage-index.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { computeMean, toCentred } from '#corpus/retrieval/unit-vector.ts';
import { createWordMatrix } from '#corpus/retrieval/word-matrix.ts';
import { atLeast, type Figure, findQuantile, withoutLimit } from '../figures.ts';
import type { MadeCorpus } from './make-corpus.ts';

/** Neighbours asked for: as many as a search asks. */
const K = 50;

/**
 * The graph index against the exact one, on the vectors of whole passages: share of the nearest found at the settings
 * of corpus/retrieval/hnsw-index.ts, and the time of each.
 * @returns nothing when the native module is not installed
 */
export async function measureGraph(
  { documents, questions }: MadeCorpus,
  tokenizer: Tokenizer,
  embedder: Embedder,
): Promise<readonly Figure[]> {
  const loaded = await loadHnswlib();
  if (loaded.kind === 'absent') return [];
  const words = readDocumentWords(documents, tokenizer);
  const matrix = createWordMatrix(words, embedder);
  const data = buildMeaningData(words, matrix);
  const vectors = embedDocuments(words, matrix, data.weights);
  const centre = computeMean(vectors, embedder.dimension);
  const embed = createQuestionEmbedder(words, data, () => 1);
  const queries = questions.flatMap((question) => {
    const vector = embed(tokenizer.contentWords(question), (word) => embedder.vector(word));
    return vector === undefined ? [] : [toCentred(vector, centre)];
  });
  const fill = (index: PassageIndex): PassageIndex => {
    for (const [n, vector] of vectors.entries()) index.add(`p${n}`, toCentred(vector, centre));
    return index;
  };
  const exact = fill(createExactIndex(embedder.dimension));
  const started = performance.now();
  const graph = fill(createHnswIndex(loaded.hnswlib, embedder.dimension, vectors.length));
  const seconds = (performance.now() - started) / 1000;
  const [nearest, exactTimes] = ask(exact, queries);
  const [found, graphTimes] = ask(graph, queries);
  let right = 0;
  for (const [n, ids] of nearest.entries()) right += [...ids].filter((id) => found[n]?.has(id)).length;
  return [
    atLeast(0.99, 'graph-recall', right / (nearest.length * K), `of ${K}`),
    withoutLimit('graph-build', seconds, 's'),
    withoutLimit('graph-p50', findQuantile(graphTimes, 0.5), 'ms'),
    withoutLimit('exact-p50', findQuantile(exactTimes, 0.5), 'ms'),
  ];
}

function ask(
  index: PassageIndex,
  queries: readonly Float32Array[],
): readonly [found: readonly ReadonlySet<string>[], times: readonly number[]] {
  const times: number[] = [];
  const found = queries.map((query) => {
    const started = performance.now();
    const neighbours = index.search(query, K);
    times.push(performance.now() - started);
    return new Set(neighbours.map(({ id }) => id));
  });
  return [found, times];
}
