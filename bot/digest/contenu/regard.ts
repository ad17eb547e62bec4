import type { DeuxEtats, EtatConnu } from '#tools/nouveautes/etat-connu.ts';

/** What is known, how far to look, and what is told whatever the horizon. */
export type Regard = {
  readonly etat: EtatConnu;
  /** What the former digest knew, and what has come since; null for the first. */
  readonly etats: DeuxEtats | null;
  readonly horizonJours: number;
  /** Codes of échéances that the digest reminds of. */
  readonly rappelees: ReadonlySet<string>;
};
