import { createHash } from 'node:crypto';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Embedder } from './embedder.ts';
import type { ExpandedQuery } from './expand-query.ts';
import { createFormScorer } from './form-index.ts';
import { type GramIndex, openGramIndex } from './gram-index.ts';
import { buildIndexData, type IndexData } from './index-data.ts';
import { type LexicalIndex, openLexicalIndex } from './lexical-index.ts';
import { buildMeaningData, embedDocuments, type MeaningData } from './meaning-data.ts';
import { createQuestionEmbedder, type EmbedQuestion } from './meaning-index.ts';
import { createNameScorer } from './name-index.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import { openSavedWords } from './saved-words.ts';
import { createSoftMatching, type SoftMatcher } from './soft-match.ts';
import { computeTitleWeight } from './title-weight.ts';
import type { Token, Tokenizer } from './tokenize.ts';
import { openVectorView, type VectorStorage, type VectorView } from './vector-view.ts';
import { createWordMatrix, type WordMatrix } from './word-matrix.ts';

/** Everything a search reads. A position is the place of a document in `documents`. */
export type RetrievalIndex = {
  readonly documents: readonly RetrievalDocument[];
  readonly positions: ReadonlyMap<string, number>;
  readonly tokenizer: Tokenizer;
  readonly words: IndexData['words'];
  /** Acronyms of the documents and what they stand for, in turn. */
  readonly sigles: readonly string[];
  readonly lexical: LexicalIndex;
  readonly grams: GramIndex;
  readonly titleWeight: number;
  /** Names of the question that each document holds, by their rarity. */
  scoreNames(tokens: readonly Token[]): Float32Array;
  /** Empty words that each title shares with the question, by their rarity. */
  scoreForms(tokens: readonly Token[]): Float32Array;
  /** Share of the question that the best sentence of a document answers to. */
  match(query: ExpandedQuery): SoftMatcher;
  readonly vectors?: VectorIndex;
};

/** What places documents by meaning. */
export type VectorIndex = {
  readonly embedder: Embedder;
  readonly matrix: WordMatrix;
  readonly meaning: MeaningData;
  readonly passages: VectorView;
  readonly embed: EmbedQuestion;
};

/** What the index is made from; without an embedder it has no vectors. */
export type IndexParts = VectorStorage & {
  readonly documents: readonly RetrievalDocument[];
  readonly tokenizer: Tokenizer;
  readonly embedder?: Embedder;
};

/** Changes when the same documents would be indexed otherwise. */
const FORMAT = 'mots-3';

/**
 * Builds the index of words, and with an embedder the vectors of whole documents and of their sentences; what a folder
 * keeps of the same documents is loaded instead.
 * @throws {BotError} ERR_INDEX_DOUBLON when two documents have the same id
 */
export function buildIndex(parts: IndexParts): RetrievalIndex {
  const { documents, tokenizer, embedder, folder } = parts;
  const positions = toPositions(documents);
  const corpus = createHash('sha256').update(JSON.stringify(documents)).digest('hex');
  const identity = [FORMAT, tokenizer.id, embedder?.id ?? '', corpus].join(' ');
  let matrix: WordMatrix | undefined;
  const { data, meaning } = openSavedWords(folder, identity, () => {
    const made = buildIndexData(documents, tokenizer);
    if (embedder === undefined) return { data: made };
    matrix = createWordMatrix(made.words, embedder);
    return { data: made, meaning: buildMeaningData(made.words, matrix) };
  });
  const lexical = openLexicalIndex(data);
  const vectors =
    embedder &&
    meaning &&
    openVectors(
      { data, lexical, embedder, meaning, corpus, matrix: matrix ?? createWordMatrix(data.words, embedder) },
      parts,
    );
  return {
    documents,
    positions,
    tokenizer,
    words: data.words,
    sigles: data.sigles,
    lexical,
    grams: openGramIndex(data),
    titleWeight: computeTitleWeight(documents),
    scoreNames: createNameScorer(data.names, data.postings.names),
    scoreForms: createFormScorer(data.forms, data.postings.forms),
    match: createSoftMatching({
      words: data.words,
      lexical,
      ...(vectors && { matrix: vectors.matrix, findVector: (word: string) => vectors.embedder.vector(word) }),
    }),
    ...(vectors && { vectors }),
  };
}

type VectorParts = Pick<VectorIndex, 'embedder' | 'matrix' | 'meaning'> & {
  readonly data: IndexData;
  readonly lexical: LexicalIndex;
  readonly corpus: string;
};

function openVectors(
  { data, lexical, embedder, matrix, meaning, corpus }: VectorParts,
  parts: IndexParts,
): VectorIndex {
  const { documents, tokenizer } = parts;
  const content = {
    name: 'passages',
    ids: documents.map(({ id }) => id),
    dimension: embedder.dimension,
    embedder: embedder.id,
    corpus,
    make: () => embedDocuments(data.words, matrix, meaning.weights),
  };
  return {
    embedder,
    matrix,
    meaning,
    passages: openVectorView(content, parts),
    embed: createQuestionEmbedder(data.words, meaning, (word) => lexical.idf(tokenizer.stem(word))),
  };
}

function toPositions(documents: readonly RetrievalDocument[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (const [position, { id }] of documents.entries()) {
    if (positions.has(id)) {
      throw new BotError('ERR_INDEX_DOUBLON', `Deux documents « ${id} »`, 'Donnez un identifiant par document.');
    }
    positions.set(id, position);
  }
  return positions;
}
