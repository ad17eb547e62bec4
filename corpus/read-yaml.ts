import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { BotError } from './law/bot-error.ts';

z.config(z.locales.fr());

/**
 * Reads a YAML file and checks it against its schema (I/O edge).
 * @throws {BotError} ERR_FICHIER_ABSENT, ERR_YAML (file, line, what was found) or ERR_DONNEES (file, place, remedy)
 */
export function readYaml<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  return parseYaml(readText(path), schema, path);
}

/** Same as {@link readYaml} for a text already read; `path` is only used in messages. */
export function parseYaml<T extends z.ZodType>(text: string, schema: T, path: string): z.infer<T> {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0];
    throw new BotError(
      'ERR_YAML',
      `${path}, ligne ${line?.line ?? '?'}, colonne ${line?.col ?? '?'} : YAML illisible (${error.code})`,
      'Corrigez cette ligne : vérifiez les guillemets, les deux-points et le retrait.',
      error,
    );
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(racine)'} : ${issue.message}`);
  throw new BotError(
    'ERR_DONNEES',
    `${path} : données non conformes\n${lines.join('\n')}`,
    'Corrigez les champs nommés ; le schéma est décrit dans corpus/README.md.',
    result.error,
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BotError(
      'ERR_FICHIER_ABSENT',
      `${path} : fichier introuvable ou illisible`,
      'Rétablissez ce fichier.',
      cause,
    );
  }
}
