import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { ChiffreConnu, FindThemes } from './chiffre.ts';
import { listConnusComptes } from './list-connus-comptes.ts';
import { listConnusDelais } from './list-connus-delais.ts';
import { listConnusMontants } from './list-connus-montants.ts';
import { listConnusTailles } from './list-connus-tailles.ts';
import { listConnusTextes } from './list-connus-textes.ts';

/**
 * Every figure that the parameters and the dates of the texts hold, with its standing on a day.
 * @param themes concepts that speak of a value, and those that name a text, which the corpus knows
 * @returns rules in force, past, to come and only proposed; several may have one value, which is the point
 * @legal each figure carries its own text, statut and references
 */
export function listConnus(
  parametres: Parametres,
  textes: readonly TexteMetadata[],
  themes: { readonly findThemes: FindThemes; readonly themesOf: (texte: TexteMetadata) => readonly string[] },
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const { findThemes, themesOf } = themes;
  return [
    ...listConnusMontants(parametres, findThemes, asOf),
    ...listConnusTailles(parametres, findThemes, asOf),
    ...listConnusDelais(parametres, findThemes, asOf),
    ...listConnusComptes(parametres, findThemes, asOf),
    ...listConnusTextes(textes, themesOf, parametres, findThemes, asOf),
  ];
}
