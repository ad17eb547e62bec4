import type { Roles } from './donnees.ts';

/**
 * Whether a question is asked of any community: « combien touche une CPTS ? », and not « une CPTS comme la nôtre ».
 * @param words of the question, in lower case and without accents
 * @param nous the asker speaks of her own community
 */
export function isOfAny(words: readonly string[], nous: boolean, { uneQuelconque }: Roles): boolean {
  return !nous && uneQuelconque.some((any) => ` ${words.join(' ')} `.includes(` ${any} `));
}
