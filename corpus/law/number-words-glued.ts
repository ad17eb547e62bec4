import { NUMBER_WORDS } from './number-words-vocabulary.ts';

/** Shortest glued number is six letters (« dixsix »); shorter words are never cut. */
const SHORTEST = 6;

/**
 * Cuts a word made only of number words glued together: « quatrevingtcinq », « vingtetun », "eightyfive".
 * @returns the parts, or undefined when the word is anything else
 */
export function splitGluedNumber(word: string): readonly string[] | undefined {
  if (word.length < SHORTEST || NUMBER_WORDS.has(word)) return undefined;
  const parts = cut(word);
  return parts && parts.length > 1 ? parts : undefined;
}

function cut(word: string): readonly string[] | undefined {
  if (word === '') return [];
  for (let end = Math.min(word.length, 9); end >= 2; end -= 1) {
    const head = word.slice(0, end);
    if (!NUMBER_WORDS.has(head) && !(isConnector(head) && end < word.length)) continue;
    const rest = cut(word.slice(end));
    if (rest) return [head, ...rest];
  }
  return undefined;
}

function isConnector(part: string): boolean {
  return part === 'et' || part === 'and';
}
