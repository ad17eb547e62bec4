import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CORE_SCHEMA, dump, load } from 'js-yaml';

const ROOT = join(import.meta.dirname, '..', '..');
/** What decides an answer, and nothing else: no code, no vectors. */
const DONNEES = [
  'corpus/sources.yaml',
  'corpus/textes',
  'corpus/parametres',
  'corpus/lexique',
  'bot/donnees',
  'bot/messages',
];

/**
 * Writes the project's data, with what a folder adds to it, under another root (I/O edge).
 * A file of the folder that the project has too is added to it: an entry of the same `id` or `code` is completed, any
 * other is put at the end of its list.
 * @param ajouts folder laid out as the project is, YAML files only
 */
export function prepareRepetition(ajouts: string, root: string): void {
  for (const path of DONNEES) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  for (const file of globSync('**/*.yaml', { cwd: ajouts })) {
    const path = join(root, file);
    const added: unknown = read(join(ajouts, file));
    const before: unknown = existsSync(path) ? read(path) : {};
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, dump(merge(before, added), { schema: CORE_SCHEMA }));
  }
}

function read(path: string): unknown {
  return load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA });
}

function merge(before: unknown, added: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(added)) return added.reduce(addToList, before);
  if (!isObject(before) || !isObject(added)) return added;
  const merged = Object.entries(added).map(([key, value]) => [key, merge(before[key], value)] as const);
  return { ...before, ...Object.fromEntries(merged) };
}

function addToList(list: readonly unknown[], added: unknown): readonly unknown[] {
  const key = findKey(added);
  const at = key === undefined ? -1 : list.findIndex((item) => findKey(item) === key);
  return at < 0 ? [...list, added] : list.with(at, merge(list[at], added));
}

function findKey(item: unknown): unknown {
  return isObject(item) ? (item.id ?? item.code) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
