import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readExactIndex } from './exact-index.ts';
import { type Hnswlib, readHnswIndex } from './hnsw-index.ts';
import type { PassageIndex } from './passage-index.ts';

/** What a saved index was made from: any difference and it is rebuilt. */
export const IndexIdentity = z.strictObject({
  format: z.literal(1),
  kind: z.enum(['exact', 'hnsw']),
  space: z.literal('cosine'),
  dimension: z.int().positive(),
  embedder: z.string(),
  /** SHA-256 of the documents. */
  corpus: z.string(),
});
export type IndexIdentity = z.infer<typeof IndexIdentity>;

/** `<name>.manifest.json`: the identity, the ids in the order of the vectors, and the sum of the vectors' file. */
const IndexManifest = z.strictObject({
  identity: IndexIdentity,
  ids: z.array(z.string()),
  /** Mean taken off every vector before they were made unit. */
  centre: z.array(z.number()),
  sha256: z.string(),
});
type IndexManifest = z.infer<typeof IndexManifest>;

/** A saved index, or why it cannot serve (never written, made from something else, damaged). */
export type LoadedIndex =
  | { readonly kind: 'loaded'; readonly index: PassageIndex; readonly centre: readonly number[] }
  | { readonly kind: 'stale'; readonly reason: string };

/**
 * Saves an index under `<folder>/<name>.*`: each file is written beside and renamed, the manifest last,
 * so that a crash leaves either the old pair or a pair that {@link loadIndex} finds out.
 */
export function saveIndex(
  place: { readonly folder: string; readonly name: string },
  identity: IndexIdentity,
  content: { readonly index: PassageIndex; readonly ids: readonly string[]; readonly centre: readonly number[] },
): void {
  mkdirSync(place.folder, { recursive: true });
  const { vectors, manifest } = toPaths(place);
  replaceFile(vectors, (path) => content.index.write(path));
  const written: IndexManifest = {
    identity,
    ids: [...content.ids],
    centre: [...content.centre],
    sha256: hashFile(vectors),
  };
  replaceFile(manifest, (path) => writeFileSync(path, JSON.stringify(written)));
}

/** Loads an index saved for exactly this identity. `hnswlib` is needed for a graph only. */
export function loadIndex(
  place: { readonly folder: string; readonly name: string },
  expected: IndexIdentity,
  hnswlib?: Hnswlib,
): LoadedIndex {
  const { vectors, manifest } = toPaths(place);
  if (!existsSync(manifest) || !existsSync(vectors)) return { kind: 'stale', reason: 'aucun index enregistré' };
  const parsed = IndexManifest.safeParse(parseJson(readFileSync(manifest, 'utf8')));
  if (!parsed.success) return { kind: 'stale', reason: 'manifeste illisible' };
  const { identity, ids, centre, sha256 } = parsed.data;
  for (const key of IndexIdentity.keyof().options) {
    if (identity[key] !== expected[key]) {
      return { kind: 'stale', reason: `${key} : ${identity[key]}, attendu ${expected[key]}` };
    }
  }
  if (hashFile(vectors) !== sha256) return { kind: 'stale', reason: 'fichier de vecteurs altéré' };
  try {
    const { kind, dimension } = identity;
    if (kind === 'exact') return { kind: 'loaded', index: readExactIndex(vectors, dimension, ids), centre };
    if (hnswlib === undefined) return { kind: 'stale', reason: 'hnswlib-node absent' };
    return { kind: 'loaded', index: readHnswIndex(hnswlib, vectors, dimension, ids), centre };
  } catch (cause) {
    // Whatever is wrong with a saved index, building it again puts it right.
    return { kind: 'stale', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

function toPaths({ folder, name }: { readonly folder: string; readonly name: string }) {
  return { vectors: `${folder}/${name}.vectors`, manifest: `${folder}/${name}.manifest.json` };
}

function replaceFile(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.tmp`;
  try {
    write(temporary);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function hashFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
