import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, mkdirSync, readdirSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Fichier } from './manifeste.ts';

/**
 * Copies a file down to the disk (I/O edge).
 * @param chemin path in both folders, with `/`
 * @returns what the copy holds, as read back from it
 */
export async function copyToFolder(from: string, to: string, chemin: string): Promise<Fichier> {
  const target = join(to, chemin);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(join(from, chemin), target);
  await syncFile(target);
  return { chemin, ...(await describeFile(target)) };
}

/** Length and sha256 of a file. */
export async function describeFile(path: string): Promise<Omit<Fichier, 'chemin'>> {
  const hash = createHash('sha256');
  let octets = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    octets += chunk.length;
  }
  return { octets, sha256: hash.digest('hex') };
}

/** Paths of the files under a folder, with `/`, in order; links are not followed, and a folder that is not there has none. */
export function listFiles(root: string, folder: string): readonly string[] {
  return readEntries(join(root, folder))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function readEntries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Whether an error says that a file or a folder is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Waits until a file is on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
