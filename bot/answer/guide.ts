import type { Calcul } from './calcul.ts';
import type { Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import type { Situation } from './situate/situation.ts';
import type { ToolCall } from './tool-call.ts';

/** What a call of a tool gave: runs told as énoncés, runs that were made already, or inputs that cannot be used. */
export type ToolRun =
  | { readonly kind: 'done'; readonly calculs: readonly Calcul[]; readonly enonces: readonly Enonce[] }
  | { readonly kind: 'known' }
  | { readonly kind: 'impossible' };

/** What a guide may look at, and try, before passages and énoncés are put together. */
export type ToolContext = {
  readonly text: string;
  readonly situation: Situation;
  /** Énoncés of the runs that the grammar called for. */
  readonly enonces: readonly Enonce[];
  /** Runs a tool; a call that gave something is kept for the answer. */
  readonly run: (call: ToolCall) => ToolRun;
};

/** What a draft is made from, and what was wrong with the one before. */
export type DraftContext = {
  readonly materials: Materials;
  /** Énoncés that answer what was asked: code adds those that a draft leaves out. */
  readonly required: ReadonlySet<Enonce>;
  readonly reasons: readonly string[];
};

/** A draft, why none can be taken from what was written, or the end of the guide's help with the code of what to tell. */
export type Proposal =
  | { readonly kind: 'draft'; readonly segments: readonly Segment[] }
  | { readonly kind: 'rejected'; readonly reasons: readonly string[] }
  | { readonly kind: 'stopped'; readonly avis: string };

/**
 * Help with one question, part after part: it chooses among tools and énoncés, and writes linking words.
 * It writes no énoncé and no figure, and nothing that it does stops an answer: its methods do not reject.
 */
export type Guide = {
  chooseTools(context: ToolContext): Promise<void>;
  compose(context: DraftContext): Promise<Proposal>;
};
