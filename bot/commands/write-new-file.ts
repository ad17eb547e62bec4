import { toMessage } from '#corpus/law/message.ts';
import type { Io } from './command.ts';
import { toEcho } from './options/parsed.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes a file that does not exist yet.
 * @param champ option that named it
 * @throws {UsageError} when the file exists or cannot be written
 */
export function writeNewFile(
  path: string,
  content: string | Uint8Array,
  champ: string,
  io: Pick<Io, 'writeFile'>,
): void {
  try {
    io.writeFile(path, content);
  } catch (error) {
    throw new UsageError([{ champ, message: toMessage(toRefusal(error), { fichier: toEcho(path) }) }]);
  }
}

function toRefusal(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') return 'cli-fichier-existe';
  return code === 'ENOENT' ? 'cli-dossier-absent' : 'cli-fichier-refuse';
}
