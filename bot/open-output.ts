import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Output } from './commands/command.ts';

/**
 * Opens a file to write (I/O edge). It is written beside under another name and takes its own once whole, so that
 * nobody reads half a result.
 * @throws when the folder cannot be written
 */
export function openOutput(path: string): Output {
  const partial = `${path}.partiel`;
  const file = openSync(partial, 'w');
  return {
    write: (text) => void writeSync(file, text),
    close() {
      closeSync(file);
      renameSync(partial, path);
    },
    abandon() {
      closeSync(file);
      rmSync(partial, { force: true });
    },
  };
}
