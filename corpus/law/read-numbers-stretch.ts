/** Words that follow each other with one blank, hyphen or apostrophe, and the folded offset where each ends. */
export type Stretch = { readonly words: readonly string[]; readonly ends: readonly number[] };

/** No number is written with more words than this. */
const LONGEST = 30;

/** Runs a sticky pattern at a place, whatever it matched before. */
export function findSticky(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The words that start at `at`, up to the first punctuation mark or digit. */
export function readWordsAt(text: string, at: number): Stretch {
  const words: string[] = [];
  const ends: number[] = [];
  for (let place = at; words.length < LONGEST; ) {
    const match = findSticky(words.length === 0 ? /[a-z]+/y : /(?: {1,2}| ?\n| ?- ?|')([a-z]+)/y, text, place);
    if (!match) break;
    words.push(match[1] ?? match[0]);
    place += match[0].length;
    ends.push(place);
  }
  return { words, ends };
}
