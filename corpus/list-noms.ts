import type { CorpusPassage } from './load-corpus.ts';

/** Names under which a passage is asked for: those of its text, and its article when it was read. */
export function listNoms({ texte, article }: CorpusPassage): readonly string[] {
  return [texte.nom, ...texte.autresNoms, ...(article === undefined ? [] : [`article ${article}`])];
}
