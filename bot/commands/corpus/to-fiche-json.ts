import type { FicheDocument } from '#corpus/import/document-importe.ts';

/** A document as the commands print it. */
export function toFicheJson({ source, importeLe, ...fiche }: FicheDocument): object {
  return { ...fiche, refs: [source], importeLe };
}
