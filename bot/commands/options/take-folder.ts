import { toMessage } from '#corpus/law/message.ts';
import type { Options } from './open-options.ts';
import { toEcho, toExemple } from './parsed.ts';

/**
 * The one folder that a command takes.
 * @param command name of the command, which the person is shown
 * @returns '' when there is none, or several, and it is reported
 */
export function takeFolder(options: Options, command: string): string {
  const [folder = '', ...others] = options.positionals;
  for (const word of others) {
    options.report({ champ: command, message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  if (folder === '') {
    const exemple = toExemple(`${command} sauvegardes/avant-mise-a-jour`);
    options.report({ champ: command, message: toMessage('donnees-dossier-manquant', { exemple }) });
  }
  return folder;
}
