import { createHash } from 'node:crypto';
import type { Embedder, WordWeight } from './embedder.ts';
import { createExactIndex } from './exact-index.ts';
import { createHnswIndex, type Hnswlib } from './hnsw-index.ts';
import { type IndexIdentity, loadIndex, saveIndex } from './index-manifest.ts';
import { buildLexicalIndex, type LexicalIndex } from './lexical-index.ts';
import type { PassageIndex } from './passage-index.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import { splitSentences } from './split-sentences.ts';
import type { Tokenizer } from './tokenize.ts';
import { toUnit } from './word-vector-embedder.ts';

/**
 * Above this number of vectors a graph takes over from the exact index, when the native module is there.
 * Comparing with 50 000 vectors of 128 takes about 6 ms; building a graph of as many takes ten seconds and more.
 */
export const EXACT_LIMIT = 50_000;

/** Vectors of texts, with what a question's vector must go through to be compared with them. */
export type VectorView = { readonly index: PassageIndex; readonly centre: readonly number[] };

/** Everything a search reads. Sentences are named `<document>#<n>`; `sentenceIds` lists them by document. */
export type RetrievalIndex = {
  readonly documents: readonly RetrievalDocument[];
  readonly positions: ReadonlyMap<string, number>;
  readonly lexical: LexicalIndex;
  readonly vectors?: {
    readonly embedder: Embedder;
    readonly weight: WordWeight;
    readonly passages: VectorView;
    readonly sentences: VectorView;
    readonly sentenceIds: ReadonlyMap<string, readonly string[]>;
    /** Document of a sentence. */
    readonly documentOf: ReadonlyMap<string, string>;
  };
};

/** What the index is made from; `folder` keeps the vectors from one run to the next. */
export type IndexParts = {
  readonly documents: readonly RetrievalDocument[];
  readonly tokenizer: Tokenizer;
  readonly embedder?: Embedder;
  readonly hnswlib?: Hnswlib;
  readonly folder?: string;
  readonly exactLimit?: number;
};

type Piece = { readonly id: string; readonly text: string };

/** Builds the lexical index, and with an embedder the vectors of whole passages and of their sentences. */
export function buildIndex(parts: IndexParts): RetrievalIndex {
  const { documents, tokenizer, embedder } = parts;
  const lexical = buildLexicalIndex(documents, tokenizer);
  const positions = new Map(documents.map(({ id }, position) => [id, position]));
  if (embedder === undefined) return { documents, positions, lexical };

  const weight = createWordWeight(lexical, tokenizer);
  const documentOf = new Map<string, string>();
  const sentenceIds = new Map<string, readonly string[]>();
  const sentences: Piece[] = [];
  for (const document of documents) {
    const pieces = toSentencePieces(document);
    sentenceIds.set(
      document.id,
      pieces.map(({ id }) => id),
    );
    for (const piece of pieces) {
      documentOf.set(piece.id, document.id);
      sentences.push(piece);
    }
  }
  const corpus = createHash('sha256').update(JSON.stringify(documents)).digest('hex');
  const open = (name: string, pieces: readonly Piece[]) =>
    openVectorView({ name, pieces, corpus, embedder, weight }, parts);
  return {
    documents,
    positions,
    lexical,
    vectors: {
      embedder,
      weight,
      passages: open('passages', documents.map(toPassagePiece)),
      sentences: open('phrases', sentences),
      sentenceIds,
      documentOf,
    },
  };
}

/** Vector of a question, comparable with those of a view; all zeros when no word is known. */
export function toCentred(vector: Float32Array, centre: readonly number[]): Float32Array {
  if (vector.every((value) => value === 0)) return vector;
  return toUnit(vector.map((value, d) => value - (centre[d] ?? 0)));
}

/** Weight of a surface word: the idf of its stem, so that a word of every document weighs next to nothing. */
function createWordWeight(lexical: LexicalIndex, tokenizer: Tokenizer): WordWeight {
  const weights = new Map<string, number>();
  return (word) => {
    let weight = weights.get(word);
    if (weight === undefined) {
      const stem = tokenizer.tokenize(word)[0]?.stem ?? word;
      weight = lexical.idf(stem);
      weights.set(word, weight);
    }
    return weight;
  };
}

function toPassagePiece({ id, titre, corps, motsCles }: RetrievalDocument): Piece {
  return { id, text: [titre, corps, ...(motsCles ?? [])].join('\n') };
}

function toSentencePieces({ id, titre, corps }: RetrievalDocument): Piece[] {
  // A sentence rarely names its subject: the title does.
  const texts = [titre, ...splitSentences(corps).map((sentence) => `${titre}\n${sentence}`)];
  return texts.map((text, n) => ({ id: `${id}#${n}`, text }));
}

function openVectorView(
  content: {
    readonly name: string;
    readonly pieces: readonly Piece[];
    readonly corpus: string;
    readonly embedder: Embedder;
    readonly weight: WordWeight;
  },
  parts: Pick<IndexParts, 'hnswlib' | 'folder' | 'exactLimit'>,
): VectorView {
  const { name, pieces, corpus, embedder, weight } = content;
  const { hnswlib, folder, exactLimit = EXACT_LIMIT } = parts;
  const { dimension } = embedder;
  const kind = hnswlib !== undefined && pieces.length > exactLimit ? 'hnsw' : 'exact';
  const identity: IndexIdentity = { format: 1, kind, space: 'cosine', dimension, embedder: embedder.id, corpus };
  if (folder !== undefined) {
    const loaded = loadIndex({ folder, name }, identity, hnswlib);
    if (loaded.kind === 'loaded') return loaded;
  }
  const vectors = embedder.embed(
    pieces.map(({ text }) => text),
    weight,
  );
  const centre = computeMean(vectors, dimension);
  const index =
    kind === 'hnsw' && hnswlib !== undefined
      ? createHnswIndex(hnswlib, dimension, pieces.length)
      : createExactIndex(dimension);
  for (const [position, { id }] of pieces.entries()) {
    const vector = vectors[position];
    if (vector !== undefined) index.add(id, toCentred(vector, centre));
  }
  if (folder !== undefined) saveIndex({ folder, name }, identity, { index, ids: pieces.map(({ id }) => id), centre });
  return { index, centre };
}

function computeMean(vectors: readonly Float32Array[], dimension: number): readonly number[] {
  const sum = new Array<number>(dimension).fill(0);
  for (const vector of vectors) for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0);
  return sum.map((value) => value / Math.max(vectors.length, 1));
}
