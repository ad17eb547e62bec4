import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { type Nature, NORMES } from '#corpus/law/texte.ts';

/**
 * Standings that a document of this kind may be given, the first one by default. Nobody vouches for what holds today in
 * a document brought in by a person: without a word of hers it says what held at its date. Only what makes the law, or
 * a contract, can be said to be in force, and by her alone; the press never is.
 */
export function listStatuts(nature: Nature): readonly [Statut, ...Statut[]] {
  if (NORMES.includes(nature)) return ['historique', 'en-vigueur', 'expire', 'proposition'];
  if (nature === 'contrat-local') return ['releve-local', 'en-vigueur', 'expire', 'historique'];
  if (nature === 'proposition') return ['proposition', 'historique'];
  return ['historique', 'proposition'];
}

/** How what stands in such a document is known. */
export function findConfiance(nature: Nature): Confiance {
  if (NORMES.includes(nature)) return 'O';
  if (nature === 'contrat-local') return 'C';
  return nature === 'presse' ? 'P' : 'S';
}
