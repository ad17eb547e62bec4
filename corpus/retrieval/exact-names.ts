/** A word of a text: its stem, and whether it repeats in one word a compound just read. */
type NameToken = { readonly stem: string; readonly whole: boolean };

/** A number as names of texts use it: « 2 », « 12 », « 8bis », « 2022 ». */
const NUMBER = /^\d{1,4}(?:bis|ter|quater)?$/;
const LETTERS = /^\p{L}{2,}$/u;
/** A shorter beginning would stand for too many words. */
const SHORTEST_ABBREVIATION = 3;

/**
 * Names that a text mentions: a compound that holds a digit (« L1434-12 », « 2022-375 ») in one word, and a word that
 * a number follows (« avenant 2 », « art. 8 », « article n° 8 ») as `word number`.
 */
export function findNames(tokens: Iterable<NameToken>): readonly string[] {
  const names: string[] = [];
  let before = '';
  for (const { stem, whole } of tokens) {
    if (whole) {
      if (/\d/.test(stem)) names.push(stem);
    } else {
      if (NUMBER.test(stem) && before !== '') names.push(`${before} ${stem}`);
      before = LETTERS.test(stem) ? stem : '';
    }
  }
  return names;
}

/**
 * Builds the reader of names of a question: it finds the numbers (positions in `names`) of those that documents
 * mention, also when the question abbreviates the word (« art. 8 » is « article 8 »).
 */
export function createNameFinder(names: readonly string[]): (tokens: Iterable<NameToken>) => readonly number[] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const byNumber = new Map<string, string[]>();
  for (const name of names) {
    const [word, number] = name.split(' ');
    if (word === undefined || number === undefined) continue;
    const same = byNumber.get(number);
    if (same === undefined) byNumber.set(number, [word]);
    else same.push(word);
  }
  return (tokens) => {
    const found = new Set<number>();
    for (const name of findNames(tokens)) {
      const exact = numbers.get(name);
      if (exact !== undefined) found.add(exact);
      const [word = '', number] = name.split(' ');
      if (exact !== undefined || number === undefined || word.length < SHORTEST_ABBREVIATION) continue;
      for (const full of byNumber.get(number) ?? []) {
        const long = full.startsWith(word) ? numbers.get(`${full} ${number}`) : undefined;
        if (long !== undefined) found.add(long);
      }
    }
    return [...found];
  };
}
