import type { Citations } from './citations/citations.ts';
import type { Enonce } from './enonce.ts';
import type { Found } from './retrieve-passages.ts';
import type { Situation } from './situate/situation.ts';

/** What a composer may use: énoncés of the tools and of the passages found. It writes none of them. */
export type Materials = {
  readonly situation: Situation;
  readonly calculs: readonly Enonce[];
  readonly passages: readonly { readonly found: Found; readonly enonce: Enonce }[];
  /** Énoncé of the passage that says what holds in place of another one, when there is one. */
  readonly findReplacement: (passage: string) => Enonce | undefined;
  /** Whether two énoncés say nearly the same thing. */
  readonly isSimilar: (a: Enonce, b: Enonce) => boolean;
  /** « Non, ce n'est pas la règle en vigueur. » */
  readonly notInForce: Enonce;
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
