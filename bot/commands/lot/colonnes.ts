import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '#corpus/read-yaml.ts';

const Formes = z.array(z.string().min(1)).min(1);

/** Titles of columns and answers that a list of communities may hold. */
export const Colonnes = z.strictObject({
  champs: z.strictObject({
    nom: Formes,
    population: Formes,
    taille: Formes,
    signature: Formes,
    renouvellement: Formes,
    membres: Formes,
    missions: Formes,
  }),
  volets: z.strictObject({
    demarrage: Formes,
    deploiement: Formes,
    fixe: Formes,
    variable: Formes,
    taux: Formes,
    atteint: Formes,
  }),
  /** By code of mission. */
  missions: z.record(z.string(), Formes),
  motsLegers: Formes,
  vides: Formes,
  oui: Formes,
  non: Formes,
});
export type Colonnes = z.infer<typeof Colonnes>;

/**
 * Loads the titles that are recognised (I/O edge).
 * @throws {BotError} when the file is missing or not valid
 */
export function loadColonnes(): Colonnes {
  return readYaml(join(import.meta.dirname, '../../donnees/colonnes.yaml'), Colonnes);
}
