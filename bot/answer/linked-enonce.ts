import type { Enonce } from './enonce.ts';

/** An énoncé as it is told, with the linking words around it: plain words, without any figure. */
export type LinkedEnonce = {
  readonly enonce: Enonce;
  /** Words that lead to it, on its line. */
  readonly before?: string;
  /** Words that close the answer, after it. */
  readonly after?: string;
};
