import type { CorpusPassage } from '#corpus/load-corpus.ts';

/** What people would build instead: the passage it would show first, and what it would say. */
export type Rival = {
  readonly nom: string;
  readonly ask: (question: string) => Promise<{ readonly refs: readonly string[]; readonly text: string }>;
};

/** All that a search of one view looks at. */
export function toSearched({ titre, corps, motsCles }: CorpusPassage): string {
  return `${titre}. ${corps} ${motsCles.join(' ')}`;
}
