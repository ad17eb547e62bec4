import type { Tokenizer } from './tokenize.ts';

/** A word with a capital that does not begin a sentence; what comes before is kept to tell. */
const CAPITALISED = /(?<=[\p{L}\p{N},;:'’»)] ?|-)\p{Lu}[\p{L}\p{N}]*/gu;
const WORD = /\p{L}+/gu;

/**
 * Stems of the words that a question writes with a capital inside a sentence: proper nouns and acronyms.
 * @returns none for a question typed in capitals, where they say nothing
 */
export function findProperStems(query: string, tokenizer: Tokenizer): ReadonlySet<string> {
  const found = query.match(CAPITALISED) ?? [];
  const words = query.match(WORD)?.length ?? 0;
  if (found.length * 2 > words) return new Set();
  return new Set(found.flatMap((word) => tokenizer.contentWords(word)).map((word) => tokenizer.stem(word)));
}
