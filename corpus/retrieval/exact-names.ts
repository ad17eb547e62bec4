import { computeRarity } from './meaning-data.ts';
import type { Postings } from './postings.ts';
import type { Token } from './tokenize.ts';

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

/**
 * Builds the scorer of exact names: for each document, the rarity of the names of the question that it holds, halved
 * when they stand in its body alone; 1 for a name of one document only.
 */
export function createNameScorer(
  names: readonly string[],
  postings: Postings,
): (tokens: readonly Token[]) => Float32Array {
  const find = createNameFinder(names);
  const size = postings.lengths.length;
  const most = computeRarity(1, size);
  return (tokens) => {
    const scores = new Float32Array(size);
    for (const name of find(
      tokens.filter(({ empty }) => !empty).map(({ stem, kind }) => ({ stem, whole: kind === 'whole' })),
    )) {
      const [from, to] = [postings.starts[name] ?? 0, postings.starts[name + 1] ?? 0];
      const rarity = computeRarity(to - from, size) / most;
      for (let place = from; place < to; place += 1) {
        const document = postings.documents[place] ?? 0;
        scores[document] = (scores[document] ?? 0) + rarity * ((postings.counts[place] ?? 0) > 1 ? 1 : 0.5);
      }
    }
    return scores;
  };
}
