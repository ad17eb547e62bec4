import type { Span } from '#corpus/law/find-figures.ts';
import type { Enonce } from '../enonce.ts';
import type { PassageDocument } from './documents.ts';

/** Sentences of a document that speak of the question. */
export type CitationTrouvee = {
  readonly document: PassageDocument;
  /** Their place in the passage. */
  readonly extrait: Span;
  /** Between 0 and 1: how much of the question they and their passage really cover. */
  readonly confidence: number;
  /** The question names this document: its publisher, its title, its date. */
  readonly nommee: boolean;
};

/** A quotation ready to be placed in an answer. */
export type CitationOfferte = CitationTrouvee & {
  readonly enonce: Enonce;
  /** Says that the rule and the document give different figures of one kind, with both days. */
  readonly difference: Enonce;
};

/** What an answer may quote, best first, and the sentences that present it. */
export type Citations = {
  readonly offertes: readonly CitationOfferte[];
  /** The question asks what a document says, whatever holds today. */
  readonly demandees: boolean;
  /** Nothing in force answers. */
  readonly horsRegle: Enonce;
  /** Nothing in force answers, but the corpus tells something closer to the question. */
  readonly aussi: Enonce;
  /** After the rule: this is what a document said at its date. */
  readonly apresRegle: Enonce;
  /** The document is given as in force by the person who imported it. */
  readonly donneeEnVigueur: Enonce;
};

/** Every énoncé that quotations may bring into an answer. */
export function listCitationEnonces(citations: Citations | undefined): readonly Enonce[] {
  if (!citations) return [];
  const { offertes, horsRegle, aussi, apresRegle, donneeEnVigueur } = citations;
  return [
    horsRegle,
    aussi,
    apresRegle,
    donneeEnVigueur,
    ...offertes.flatMap(({ enonce, difference }) => [enonce, difference]),
  ];
}
