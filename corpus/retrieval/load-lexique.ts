import { fileURLToPath } from 'node:url';
import { readYaml } from '../read-yaml.ts';
import { Abreviations, type Lexique, MotsVides, Synonymes } from './lexique.ts';

/** Folder of the vocabulary files shipped with the corpus. */
const LEXIQUE_FOLDER = fileURLToPath(new URL('../lexique', import.meta.url));

/**
 * Reads `mots-vides.yaml`, `abreviations.yaml` and `synonymes.yaml` of a folder.
 * @throws {BotError} ERR_FICHIER_ABSENT, ERR_YAML or ERR_DONNEES when a file is missing, is not YAML or holds an unknown key
 */
export function loadLexique(folder: string = LEXIQUE_FOLDER): Lexique {
  return {
    motsVides: readYaml(`${folder}/mots-vides.yaml`, MotsVides),
    abreviations: readYaml(`${folder}/abreviations.yaml`, Abreviations),
    synonymes: readYaml(`${folder}/synonymes.yaml`, Synonymes),
  };
}
