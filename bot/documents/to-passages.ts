import type { DocumentImporte } from '#corpus/import/document-importe.ts';
import { findSentences } from '#corpus/import/find-sentences.ts';
import { findConfiance } from '#corpus/import/statut-importe.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { PassageDocument } from '../answer/citations/documents.ts';

/** Passages of an imported document, as the answers know passages. */
export function toPassages({ fiche, passages }: DocumentImporte): readonly PassageDocument[] {
  const { id, source, titre, editeur, date, nature, statut, importeLe } = fiche;
  const texte: TexteMetadata = {
    id,
    nom: titre,
    autresNoms: [],
    titre,
    editeur,
    date,
    nature,
    url: null,
    refs: [source],
    verifieLe: importeLe,
  };
  return passages.map(({ texte: corps, titres, chiffres, article, paragraphe, rangee, page }, index) => ({
    passage: {
      id: `${source}.${index + 1}`,
      titre: [titre, ...titres].join(' — '),
      statut,
      confiance: findConfiance(nature),
      refs: [source],
      ...(article === undefined ? {} : { article }),
      themes: [],
      motsCles: [],
      corps,
      texte,
    },
    lieu: {
      paragraphe,
      ...(article === undefined ? {} : { article }),
      ...(rangee === undefined ? {} : { rangee }),
      ...(page === undefined ? {} : { page }),
    },
    phrases: findSentences(
      corps,
      chiffres.map(([start, end]) => ({ start, end })),
    ),
  }));
}
