import type { Profil } from '#bot/answer/profil.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import type { Options } from './open-options.ts';
import { parseNombre } from './parse-nombre.ts';

/** Reads `--population` and `--taille`: either one typed replaces both of the profile's. */
export function readTaille(
  options: Options,
  profil: Profil | undefined,
): Pick<FinancementInput, 'population' | 'taille'> {
  const population = options.take('population', (text) => parseNombre(text, '85000'));
  const taille = options.take('taille', (text) => parseNombre(text.replace(/^\s*(?:taille|t)\s*/i, ''), '3'));
  const typed = population !== undefined || taille !== undefined;
  const numero = typed ? taille : profil?.taille;
  return {
    population: typed ? population : profil?.population,
    taille: numero === undefined ? undefined : `taille${numero}`,
  };
}
