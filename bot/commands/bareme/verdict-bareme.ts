import type { Bareme } from '#corpus/law/bareme.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { compareEffets, type EffetTaille } from '#tools/bareme/compare-effets.ts';
import { computeSommes, type SommeTaille } from '#tools/bareme/compute-sommes.ts';
import type { TrouveDansBareme } from '#tools/bareme/find-in-bareme.ts';
import { type Cellule, findCellule, listCellules } from '#tools/bareme/list-cellules.ts';
import type { PlacedMessage } from './load-bareme.ts';

/** What is said of an overlay that can be used. */
export type VerdictBareme = {
  readonly fichier: string;
  readonly remplies: readonly { readonly cellule: Cellule; readonly trouve: TrouveDansBareme }[];
  readonly vides: readonly Cellule[];
  readonly sommes: readonly SommeTaille[];
  readonly effets: readonly EffetTaille[];
  readonly avertissements: readonly PlacedMessage[];
};

/** Looks at an overlay cell by cell, then at what it changes. */
export function toVerdictBareme(
  bareme: Bareme,
  avertissements: readonly PlacedMessage[],
  parametres: Parametres,
): VerdictBareme {
  const together = { ...parametres, bareme };
  const cells = listCellules(parametres).map((cellule) => ({ cellule, trouve: findCellule(cellule, together) }));
  return {
    fichier: bareme.fichier,
    remplies: cells.flatMap(({ cellule, trouve }) => (trouve === undefined ? [] : [{ cellule, trouve }])),
    vides: cells.flatMap(({ cellule, trouve }) => (trouve === undefined ? [cellule] : [])),
    sommes: computeSommes(together),
    effets: compareEffets(bareme, parametres),
    avertissements,
  };
}
