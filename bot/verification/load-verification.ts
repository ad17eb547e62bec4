import { fileURLToPath } from 'node:url';
import { readYaml } from '#corpus/read-yaml.ts';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import { Concepts, Roles } from '../answer/situate/donnees.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createVerification, type Verification } from './create-verification.ts';
import { VerificationDonnees } from './verification-donnees.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the words that the verification of texts needs, and builds it over the corpus (I/O edge).
 * @throws {BotError} when a data file is missing or not valid: file, place, remedy
 */
export function loadVerification(referentiel: Referentiel): Verification {
  return createVerification(referentiel, {
    donnees: readYaml(`${ROOT}bot/donnees/verification.yaml`, VerificationDonnees),
    concepts: readYaml(`${ROOT}corpus/lexique/concepts.yaml`, Concepts),
    motsLegers: readYaml(`${ROOT}bot/donnees/roles.yaml`, Roles).motsLegers,
    tokenizer: createTokenizer(loadLexique().motsVides),
  });
}
