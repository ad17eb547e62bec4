import type { Hnswlib } from '#corpus/retrieval/hnsw-index.ts';
import type { Lexique } from '#corpus/retrieval/lexique.ts';
import type { WordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';
import { type AttachableRetriever, createRetriever } from '#corpus/retrieval/retrieve.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { createWordVectorEmbedder } from '#corpus/retrieval/word-vector-embedder.ts';

/** Builds the search of the bot over documents; vectors are kept in the folder, when one is given. */
export type OpenRetriever = (documents: readonly RetrievalDocument[], indexFolder?: string) => AttachableRetriever;

/**
 * Settles what is the same for every corpus the bot searches: its own, imported documents, those of a measure.
 * @param parts.hnswlib the graph index; asked for by name, it serves whatever the size of the corpus
 */
export function createRetrieverOpener(parts: {
  readonly lexique: Lexique;
  readonly tokenizer: Tokenizer;
  readonly vectors: WordVectors;
  readonly hnswlib?: Hnswlib | undefined;
}): OpenRetriever {
  const { lexique, tokenizer, vectors, hnswlib } = parts;
  const embedder = createWordVectorEmbedder(vectors, lexique, tokenizer);
  const graph = hnswlib === undefined ? {} : { hnswlib, exactLimit: 0 };
  return (documents, folder) =>
    createRetriever({ documents, lexique, tokenizer, embedder, ...graph, ...(folder !== undefined && { folder }) });
}
