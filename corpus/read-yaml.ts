import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
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
function parseYaml<T extends z.ZodType>(text: string, schema: T, path: string): z.infer<T> {
  const result = schema.safeParse(loadYaml(text, path));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(racine)'} : ${issue.message}`);
  throw new BotError(
    'ERR_DONNEES',
    `${path} : données non conformes\n${lines.join('\n')}`,
    'Corrigez les champs nommés ; le schéma est décrit dans corpus/README.md.',
    result.error,
  );
}

/** Dates stay text: only our own schemas say what a day is. */
function loadYaml(text: string, path: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { mark, reason } = cause;
    const place = mark ? `, ligne ${mark.line + 1}, colonne ${mark.column + 1}` : '';
    throw new BotError(
      'ERR_YAML',
      `${path}${place} : YAML illisible (${reason})`,
      'Corrigez cette ligne : vérifiez les guillemets, les deux-points et le retrait.',
      cause,
    );
  }
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
