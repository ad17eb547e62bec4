import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import { Abreviations, type Lexique, MotsVides, Synonymes } from './lexique.ts';

/** Folder of the vocabulary files shipped with the corpus. */
const LEXIQUE_FOLDER = fileURLToPath(new URL('../lexique', import.meta.url));

/**
 * Reads `mots-vides.yaml`, `abreviations.yaml` and `synonymes.yaml` of a folder.
 * @throws {BotError} ERR_LEXIQUE_ILLISIBLE when a file is missing, is not YAML or holds an unknown key
 */
export function loadLexique(folder: string = LEXIQUE_FOLDER): Lexique {
  return {
    motsVides: loadFile(`${folder}/mots-vides.yaml`, MotsVides),
    abreviations: loadFile(`${folder}/abreviations.yaml`, Abreviations),
    synonymes: loadFile(`${folder}/synonymes.yaml`, Synonymes),
  };
}

function loadFile<T>(path: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const found = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new BotError(
      'ERR_LEXIQUE_ILLISIBLE',
      `${path} : ${found}`,
      'Corrigez ce fichier de vocabulaire, ou reprenez celui du dépôt.',
      cause,
    );
  }
}
