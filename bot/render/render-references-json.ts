import type { Reference } from '#corpus/law/reference.ts';
import type { Corpus } from '#corpus/load-corpus.ts';

/** A reference of the JSON contract: id of the text, article when it was read, ids of the sources, address if known. */
export type ReferenceJson = {
  readonly texte: string;
  readonly article?: string;
  readonly refs: readonly string[];
  readonly url?: string;
};

/** References as the JSON contract writes them. */
export function renderReferencesJson(references: readonly Reference[], corpus: Corpus): readonly ReferenceJson[] {
  return references.map(({ texte, article, refs }) => {
    const url = corpus.textes.get(texte)?.url;
    return { texte, ...(article === undefined ? {} : { article }), refs, ...(url ? { url } : {}) };
  });
}
