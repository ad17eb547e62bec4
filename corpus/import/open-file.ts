import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { toRefus } from './bloc.ts';
import { detectFormat } from './detect-format.ts';
import { FICHIERS_MAX, OCTETS_MAX } from './limites.ts';

/** Files to import: one, those of a folder, or why there are none. */
export type Fichiers =
  | { readonly kind: 'fichier'; readonly chemins: readonly [string] }
  | { readonly kind: 'dossier'; readonly chemins: readonly string[] }
  | { readonly kind: 'refus'; readonly message: Message };

/**
 * Lists what a path names (I/O edge): a file, or the files of a folder and of those inside it, by name. Hidden files
 * are left out; links are listed, so that each is named when it is refused.
 */
export function listFichiers(path: string): Fichiers {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return toRefus('import-introuvable');
  if (stat.isSymbolicLink()) return toRefus('import-lien');
  if (!stat.isDirectory()) return { kind: 'fichier', chemins: [path] };
  try {
    const chemins = listFolder(path);
    if (chemins.length === 0) return toRefus('import-dossier-vide');
    if (chemins.length <= FICHIERS_MAX) return { kind: 'dossier', chemins };
    return toRefus('import-trop-de-fichiers', { limite: { kind: 'nombre', valeur: FICHIERS_MAX } });
  } catch {
    // Closed to us, here or further down.
    return toRefus('import-interdit');
  }
}

function listFolder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFolder(path) : [path];
  });
}

/** Bytes of a file, or why they are not read. */
type Octets =
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  | { readonly kind: 'refus'; readonly message: Message };

/** Bytes of a file (I/O edge); never those of a link, a device or a pipe, and never more than its format allows. */
export function readFichier(path: string): Octets {
  let file: number | undefined;
  try {
    // A pipe would otherwise be waited for.
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile()) return toRefus('import-pas-un-fichier');
    const format = detectFormat(readStart(file, Math.min(stat.size, START)), basename(path));
    // Of what is not read, the beginning is enough to say so.
    if (format === 'vide' || format === 'autre' || format === 'word-ancien') {
      return { kind: 'octets', octets: readStart(file, Math.min(stat.size, START)) };
    }
    const limite = OCTETS_MAX[format];
    if (stat.size <= limite) return { kind: 'octets', octets: readStart(file, stat.size) };
    return toRefus('import-trop-grand', { limite: { kind: 'nombre', valeur: Math.floor(limite / 1_000_000) } });
  } catch (error) {
    return { kind: 'refus', message: toMessage(toCode(error)) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Bytes by which a format is known. */
const START = 4096;

function readStart(file: number, size: number): Uint8Array {
  const octets = new Uint8Array(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(file, octets, length, size - length, length);
  }
  return octets.subarray(0, length);
}

function toCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ELOOP') return 'import-lien';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'import-introuvable';
  return code === 'ENXIO' ? 'import-pas-un-fichier' : 'import-interdit';
}
