import { addDays } from '#corpus/law/calendar-date.ts';
import type { ComparaisonInput, Cote } from '#tools/comparaison/comparaison.ts';
import { findTexteCompare } from '#tools/comparaison/find-texte-compare.ts';
import type { Savoir } from './calcul.ts';
import type { Situation } from './situate/situation.ts';

/**
 * The two sides that a question sets against one another: populations, sizes, or the eve and the first day of the
 * avenant it names.
 * @returns undefined when the words do not give both
 */
export function toComparaisonInput(situation: Situation, savoir: Savoir): ComparaisonInput | undefined {
  const { faits, faitsDits, asOf } = situation;
  const [populationA, populationB] = faitsDits.populations ?? [];
  if (populationA !== undefined && populationB !== undefined) {
    return { a: toCote(asOf, { population: populationA }), b: toCote(asOf, { population: populationB }) };
  }
  const [tailleA, tailleB] = faitsDits.tailles ?? [];
  if (tailleA !== undefined && tailleB !== undefined) {
    return { a: toCote(asOf, { taille: `taille${tailleA}` }), b: toCote(asOf, { taille: `taille${tailleB}` }) };
  }
  const [avenant] = faitsDits.avenants ?? [];
  if (avenant === undefined) return undefined;
  const found = findTexteCompare(`avenant ${avenant}`, savoir.textes, savoir.parametres, situation.today);
  if (found.kind !== 'trouve' || found.texte.kind !== 'texte' || !found.texte.texte.enVigueurDu) return undefined;
  const jour = found.texte.texte.enVigueurDu;
  const [taille] = faits.tailles ?? [];
  const size = taille === undefined ? { population: faits.population } : { taille: `taille${taille}` };
  return { a: toCote(addDays(jour, -1), size), b: toCote(jour, size) };
}

function toCote(asOf: Cote['asOf'], size: Pick<Cote['entree'], 'population' | 'taille'>): Cote {
  return { asOf, texte: null, entree: { ...size, missions: [] } };
}
