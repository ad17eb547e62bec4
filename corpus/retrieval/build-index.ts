import { createHash } from 'node:crypto';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Embedder, WordWeight } from './embedder.ts';
import { buildLexicalIndex, type LexicalIndex } from './lexical-index.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import { splitSentences } from './split-sentences.ts';
import type { Tokenizer } from './tokenize.ts';
import { openVectorView, type Piece, type VectorStorage, type VectorView } from './vector-view.ts';

/** Everything a search reads. A position is the place of a document in `documents`. */
export type RetrievalIndex = {
  readonly documents: readonly RetrievalDocument[];
  readonly positions: ReadonlyMap<string, number>;
  readonly lexical: LexicalIndex;
  readonly vectors?: VectorIndex;
};

/** Vectors of whole documents and of their sentences. */
export type VectorIndex = {
  readonly embedder: Embedder;
  readonly weight: WordWeight;
  readonly passages: VectorView;
  readonly sentences: VectorView;
  /** Ids of the sentences of each document, and the document of each sentence. */
  readonly sentenceIds: ReadonlyMap<string, readonly string[]>;
  readonly documentOf: ReadonlyMap<string, string>;
};

/** What the index is made from; without an embedder it has no vectors. */
export type IndexParts = VectorStorage & {
  readonly documents: readonly RetrievalDocument[];
  readonly tokenizer: Tokenizer;
  readonly embedder?: Embedder;
};

/**
 * Builds the lexical index, and with an embedder the vectors of whole documents and of their sentences.
 * @throws {BotError} ERR_INDEX_DOUBLON when two documents have the same id
 */
export function buildIndex(parts: IndexParts): RetrievalIndex {
  const { documents, tokenizer, embedder } = parts;
  const positions = toPositions(documents);
  const lexical = buildLexicalIndex(documents, tokenizer);
  if (embedder === undefined) return { documents, positions, lexical };

  const weight = createWordWeight(lexical, tokenizer);
  const corpus = createHash('sha256').update(JSON.stringify(documents)).digest('hex');
  const sentences = documents.map((document) => ({ document, pieces: toSentencePieces(document) }));
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
      sentences: open(
        'phrases',
        sentences.flatMap(({ pieces }) => pieces),
      ),
      sentenceIds: new Map(sentences.map(({ document, pieces }) => [document.id, pieces.map(({ id }) => id)])),
      documentOf: new Map(sentences.flatMap(({ document, pieces }) => pieces.map(({ id }) => [id, document.id]))),
    },
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

/** Weight of a surface word: the idf of its stem, so that a word of every document weighs next to nothing. */
function createWordWeight(lexical: LexicalIndex, tokenizer: Tokenizer): WordWeight {
  const weights = new Map<string, number>();
  return (word) => {
    let weight = weights.get(word);
    if (weight === undefined) {
      weight = lexical.idf(tokenizer.stem(word));
      weights.set(word, weight);
    }
    return weight;
  };
}

function toPassagePiece({ id, titre, corps, motsCles }: RetrievalDocument): Piece {
  return { id, text: [titre, corps, ...(motsCles ?? [])].join('\n') };
}

/** The title alone, then each sentence under its title: a sentence rarely names its subject. */
function toSentencePieces({ id, titre, corps }: RetrievalDocument): Piece[] {
  const texts = [titre, ...splitSentences(corps).map((sentence) => `${titre}\n${sentence}`)];
  return texts.map((text, n) => ({ id: `${id}#${n}`, text }));
}
