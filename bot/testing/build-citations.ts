import type { CitationOfferte, Citations } from '../answer/citations/citations.ts';
import type { PassageDocument } from '../answer/citations/documents.ts';
import { buildEnonce } from './build-materials.ts';

/** A quotation that may be placed, as sure as told. */
export function offerCitation(id: string, confidence: number, more: Partial<CitationOfferte> = {}): CitationOfferte {
  const document = { passage: { statut: 'historique' } } as unknown as PassageDocument;
  const extrait = { start: 0, end: 1 };
  return {
    document,
    extrait,
    confidence,
    nommee: false,
    enonce: buildEnonce(id, 'historique', { origin: { type: 'citation', document, extrait } }),
    difference: buildEnonce('differe', null),
    ...more,
  };
}

/** Quotations with the sentences that present them. */
export function toCitations(offertes: readonly CitationOfferte[], demandees = false): Citations {
  return {
    offertes,
    demandees,
    horsRegle: buildEnonce('hors-regle', null),
    aussi: buildEnonce('aussi', null),
    apresRegle: buildEnonce('apres-regle', null),
    donneeEnVigueur: buildEnonce('donnee', null),
  };
}
