import { basename } from 'node:path';
import type { Referentiel } from '#bot/render/referentiel.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Io } from '../command.ts';
import type { Options } from '../options/open-options.ts';
import { toValue } from '../options/parsed.ts';
import { loadBareme, type PlacedMessage } from './load-bareme.ts';

/**
 * Reads `--bareme`: the law with the amounts of the overlay beside it, or as it is without the option.
 * Everything wrong in the file is reported, each with its line and column.
 */
export function readReferentiel(options: Options, io: Io): Referentiel {
  const path = options.take('bareme', toValue);
  const referentiel = io.referentiel();
  if (path === undefined) return referentiel;
  const loaded = loadBareme(path, io.readFile, referentiel, io.today);
  if (loaded.kind === 'refused') {
    options.report(...toInputProblems(path, loaded.problems, '--bareme'));
    return referentiel;
  }
  return { ...referentiel, parametres: { ...referentiel.parametres, bareme: loaded.bareme } };
}

/**
 * Problems of a file under its name, line and column, as an editor shows them.
 * @param option what named the file, for a problem of the whole file
 */
export function toInputProblems(
  path: string,
  problems: readonly PlacedMessage[],
  option: string,
): readonly InputProblem[] {
  const name = basename(path);
  const fichier = name.length > NAME_MAX ? `${name.slice(0, NAME_MAX)}…` : name;
  return problems.map(({ place, message }) => {
    const champ = place === null ? option : `${fichier}, ligne ${place.ligne}, colonne ${place.colonne}`;
    return { champ, message };
  });
}

/** Short enough for the line and the column to be shown whole after it. */
const NAME_MAX = 24;
