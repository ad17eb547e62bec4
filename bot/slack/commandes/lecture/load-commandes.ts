import { fileURLToPath } from 'node:url';
import { readYaml } from '#corpus/read-yaml.ts';
import { CommandesDonnees } from './commandes-donnees.ts';

const PATH = fileURLToPath(new URL('../../../donnees/commandes.yaml', import.meta.url));

/**
 * Reads the names of the commands and the words of their arguments (I/O edge).
 * @throws {BotError} when the file is missing or not valid: place, remedy
 */
export function loadCommandes(): CommandesDonnees {
  return readYaml(PATH, CommandesDonnees);
}
