import type { Corpus } from '#corpus/load-corpus.ts';

/** The texts of the corpus as one JSON object, oldest first, with the number of passages of each. */
export function renderCorpusJson(corpus: Corpus): object {
  const textes = [...corpus.textes.values()].map(({ id, nom, titre, editeur, date, nature, refs, url, verifieLe }) => {
    const passages = corpus.passages.filter(({ texte }) => texte.id === id).length;
    return { id, nom, titre, editeur, date, nature, refs, ...(url === null ? {} : { url }), verifieLe, passages };
  });
  return { textes, passages: corpus.passages.length, sources: corpus.sources.size, hash: corpus.hash };
}
