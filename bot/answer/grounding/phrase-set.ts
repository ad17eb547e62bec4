/** Set phrases that can be looked for among folded words. */
export type PhraseSet = {
  /** Number of words of the longest phrase that starts at `at`; 0 when there is none. */
  measureAt(words: readonly string[], at: number): number;
  /** Whether a phrase stands anywhere among the words. */
  isIn(words: readonly string[]): boolean;
  /** Whether the words end with a phrase. */
  isAtEnd(words: readonly string[]): boolean;
};

/** Letters by which phrases are found; no beginning of a word in the data is shorter. */
const INDEXED = 3;

const NONE: readonly (readonly string[])[] = [];

/** Builds a set from phrases of the data: words with a blank between them, `*` for any ending of a word. */
export function createPhraseSet(phrases: readonly string[]): PhraseSet {
  const byStart = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const start = toStart((words[0] as string).replace('*', ''));
    const listed = byStart.get(start);
    if (listed) listed.push(words);
    else byStart.set(start, [words]);
  }
  function measureAt(words: readonly string[], at: number): number {
    let longest = 0;
    for (const phrase of byStart.get(toStart(words[at] ?? '')) ?? NONE) {
      if (phrase.length > longest && fits(phrase, words, at)) longest = phrase.length;
    }
    return longest;
  }
  return {
    measureAt,
    isIn: (words) => words.some((_, at) => measureAt(words, at) > 0),
    isAtEnd: (words) => words.some((_, at) => at + measureAt(words, at) === words.length),
  };
}

function toStart(word: string): string {
  return word.slice(0, INDEXED);
}

function fits(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((part, offset) => {
    const word = words[at + offset];
    return word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part);
  });
}
