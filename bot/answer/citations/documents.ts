import type { Span } from '#corpus/law/find-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';

/** Where a passage stands in its document, as a reader looks it up. */
export type Lieu = {
  readonly article?: string;
  readonly paragraphe: number;
  /** Row of a table, counted under its titles. */
  readonly rangee?: number;
  readonly page?: number;
};

/** A passage of an imported document: in its own words, which are quoted and never told as ours. */
export type PassageDocument = {
  readonly passage: CorpusPassage;
  readonly lieu: Lieu;
  /** Its sentences, by their places in `passage.corps`. */
  readonly phrases: readonly Span[];
};

/** The documents of one workspace, ready to be searched. */
export type Documents = {
  readonly retriever: Retriever;
  readonly passages: ReadonlyMap<string, PassageDocument>;
  /** A retriever of the same making over the sentences of some passages; ids are those of {@link toPhraseId}. */
  readonly openPhrases: (passages: readonly PassageDocument[]) => Retriever;
  /** Content words of a text, as stems without accents. */
  readonly listStems: (text: string) => ReadonlySet<string>;
  /** How rare a stem is among the passages: 1 for one that none has, near 0 for one that all have. */
  readonly weighStem: (stem: string) => number;
  /** Words by which people name a document rather than its subject, as stems. */
  readonly appels: ReadonlySet<string>;
  /** The question asks what a document says, whatever holds today. */
  readonly asksDocument: (text: string) => boolean;
  /** The question asks how many or how much. */
  readonly asksQuantity: (text: string) => boolean;
  /** The sentence goes on from the one before. */
  readonly goesOn: (sentence: string) => boolean;
  /** Changes with the documents: part of the receipt of an answer. */
  readonly hash: string;
};

/** Finds the documents of a workspace, the terminal's own when none is named; undefined when it has none. */
export type FindDocuments = (espace: string | undefined) => Documents | undefined;

/** Names a sentence of a passage. */
export function toPhraseId(passage: string, place: number): string {
  return `${passage}#${place}`;
}
