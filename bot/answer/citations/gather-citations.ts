import { INTERFACE, type Teller } from '../enonces/teller.ts';
import type { Citations } from './citations.ts';
import type { Documents } from './documents.ts';
import { findCitations } from './find-citations.ts';
import { tellExtrait } from './tell-extrait.ts';

/** What the documents of the workspace may bring to an answer; undefined when they say nothing of it. */
export function gatherCitations(text: string, documents: Documents, teller: Teller): Citations | undefined {
  const found = findCitations(text, teller.situation, documents);
  if (found.length === 0) return undefined;
  return {
    offertes: found.map((trouvee) => tellExtrait(trouvee, teller)),
    demandees: documents.asksDocument(text),
    horsRegle: teller.tell('citation-hors-regle', {}, INTERFACE),
    aussi: teller.tell('citation-aussi', {}, INTERFACE),
    apresRegle: teller.tell('citation-apres-regle', {}, INTERFACE),
    donneeEnVigueur: teller.tell('citation-en-vigueur', {}, INTERFACE),
  };
}
