/** Set phrases that can be looked for among folded words. */
export type PhraseSet = {
  /** Number of words of the longest phrase that starts at `at`; 0 when there is none. */
  measureAt(words: readonly string[], at: number): number;
  /** Whether a phrase stands anywhere among the words. */
  isIn(words: readonly string[]): boolean;
  /** Whether the words end with a phrase. */
  isAtEnd(words: readonly string[]): boolean;
};

/** Builds a set from phrases of the data: words with a blank between them, `*` for any ending of a word. */
export function createPhraseSet(phrases: readonly string[]): PhraseSet {
  const byFirst = new Map<string, string[][]>();
  const open: string[][] = [];
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] as string;
    if (first.endsWith('*')) open.push(words);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  function measureAt(words: readonly string[], at: number): number {
    const closed = byFirst.get(words[at] ?? '') ?? [];
    return [...closed, ...open].reduce(
      (longest, phrase) => (fits(phrase, words, at) ? Math.max(longest, phrase.length) : longest),
      0,
    );
  }
  return {
    measureAt,
    isIn: (words) => words.some((_, at) => measureAt(words, at) > 0),
    isAtEnd: (words) => words.some((_, at) => at + measureAt(words, at) === words.length),
  };
}

function fits(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((part, offset) => {
    const word = words[at + offset];
    return word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part);
  });
}
