import { type Message, toMessage } from '#corpus/law/message.ts';
import { toEcho } from './parsed.ts';

/** Why a file could not be read, in a sentence: it is not there, it is a folder, it is closed to us. */
export function toReadProblem(error: unknown, path: string): Message {
  const fichier = toEcho(path);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return toMessage('fichier-dossier', { fichier });
  if (code === 'EACCES' || code === 'EPERM') return toMessage('fichier-interdit', { fichier });
  return toMessage('fichier-introuvable', { fichier });
}
