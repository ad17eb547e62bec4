import type { Citations } from './citations/citations.ts';
import type { Enonce } from './enonce.ts';
import type { Liaisons } from './grounding/liaisons.ts';
import type { Relations } from './relate-passages.ts';
import type { Found } from './retrieve-passages.ts';
import type { Situation } from './situate/situation.ts';
import type { Abstention } from './weigh-answer.ts';

/** What a composer may use: énoncés of the tools and of the passages found. It writes none of them. */
export type Materials = {
  /** The asker's words, for this part. */
  readonly question: string;
  readonly situation: Situation;
  readonly calculs: readonly Enonce[];
  readonly passages: readonly { readonly found: Found; readonly enonce: Enonce }[];
  /** Énoncé of the passage that says what holds in place of another one, when there is one. */
  readonly findReplacement: (passage: string) => Enonce | undefined;
  /** Whether two énoncés say nearly the same thing. */
  readonly isSimilar: (a: Enonce, b: Enonce) => boolean;
  /** From which probability passages are an answer. */
  readonly seuils: Abstention['seuils'];
  /** Rules before and after, and sources that contradict one another, among the passages. */
  readonly relations: Relations;
  /** « Non, ce n'est pas la règle en vigueur. » */
  readonly notInForce: Enonce;
  /** What linking words are made of; opened only when a draft has some. */
  readonly openLiaisons: () => Liaisons;
  /** What imported documents say of it; {@link placeCitations} puts it in its place. */
  readonly citations?: Citations | undefined;
  /** A tool waits for a fact. */
  readonly waits?: boolean;
};

/** A draft: énoncés in order, or linking words without any figure. Both composers give this. */
export type Segment =
  | { readonly type: 'enonce'; readonly enonce: Enonce }
  | { readonly type: 'liaison'; readonly words: string };

/** Chooses and orders énoncés; deterministic by default, a model when one is configured. */
export type Composer = {
  readonly name: 'deterministic' | 'model';
  compose(materials: Materials): Promise<readonly Segment[]>;
};

/** The énoncés of a draft, in order. */
export function listEnonces(segments: readonly Segment[]): readonly Enonce[] {
  return segments.flatMap((segment) => (segment.type === 'enonce' ? [segment.enonce] : []));
}
