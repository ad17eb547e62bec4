import { toMessage } from '#corpus/law/message.ts';
import type { Options } from './open-options.ts';
import { toEcho } from './parsed.ts';

/** Reports words that stand outside any option, for commands that take none. */
export function refusePositionals(options: Options): void {
  const [first] = options.positionals;
  if (first === undefined) return;
  options.report({ champ: toChamp(first), message: toMessage('cli-mot-en-trop', { ecrit: toEcho(first) }) });
}

function toChamp(word: string): string {
  return word.includes('=') ? word.slice(0, word.indexOf('=')) : 'commande';
}
