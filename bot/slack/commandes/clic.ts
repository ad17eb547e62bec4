import type { Chemins } from './tell-asker.ts';

/** A click on a button of ours: what it carries, where it stands, and the ways back to the person. */
export type Clic = Chemins & {
  readonly action: string;
  readonly value?: string | undefined;
  readonly triggerId: string;
  /** The message that holds the button, or the window. */
  readonly messageTs?: string | undefined;
  readonly viewId?: string | undefined;
  readonly envelopeId: string | undefined;
};
