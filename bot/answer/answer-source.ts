import type { Span } from '#corpus/law/find-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { PassageDocument } from './citations/documents.ts';
import type { LinkedEnonce } from './linked-enonce.ts';

/** What an answer cites, numbered from 1 in the order of its marks; `refs` are ids of `corpus/sources.yaml`. */
export type AnswerSource = {
  readonly number: number;
  readonly passage: CorpusPassage;
  readonly refs: readonly string[];
  /** What was quoted, when it is an imported document. */
  readonly cite?: { readonly document: PassageDocument; readonly extrait: Span } | undefined;
};

/** An énoncé with the numbers of the sources that support it. */
export type MarkedEnonce = LinkedEnonce & { readonly marks: readonly number[] };
