import type { Reference } from '#corpus/law/reference.ts';
import type { Corpus } from '#corpus/load-corpus.ts';

/** A reference of the JSON contract: id of the text (or its title, when the corpus lacks it), article when it was read, ids of the sources, address if known. */
export type ReferenceJson = {
  readonly texte: string;
  readonly article?: string;
  readonly refs: readonly string[];
  readonly url?: string;
  /** Overlay that gives the rule: its file, where its author read it, and when. */
  readonly bareme?: Reference['bareme'];
};

/** References as the JSON contract writes them. */
export function renderReferencesJson(references: readonly Reference[], corpus: Corpus): readonly ReferenceJson[] {
  return references.map(({ texte, article, refs, bareme }) => {
    const url = corpus.textes.get(texte)?.url;
    const known = { texte, ...(article === undefined ? {} : { article }), refs, ...(url ? { url } : {}) };
    return bareme === undefined ? known : { ...known, bareme };
  });
}
