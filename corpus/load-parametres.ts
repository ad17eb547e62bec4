import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Parametre } from './law/parametre.ts';
import { assembleParametres, type ParametresDuCorpus } from './law/parametres.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Loads every file of `corpus/parametres/` (I/O edge).
 * @param root folder `corpus`
 * @throws {BotError} ERR_DONNEES when a file is not valid, ERR_PARAMETRE_ABSENT when a calculator would lack one
 */
export function loadParametres(root: string): ParametresDuCorpus {
  const folder = join(root, 'parametres');
  const files = globSync('**/*.yaml', { cwd: folder }).sort();
  return assembleParametres(files.map((file) => readYaml(join(folder, file), Parametre)));
}
