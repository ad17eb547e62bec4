import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all (I/O edge): under another name, down to the disk, then under its own.
 * @throws when the folder cannot be written
 */
export function writeDurably(path: string, text: string): void {
  const partial = `${path}.partiel`;
  const file = openSync(partial, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
  syncFolder(dirname(path));
}

/** Some systems have no way to sync a folder: the rename is then as durable as they make it. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Nothing more can be done here, and the file itself is safe.
  }
}
