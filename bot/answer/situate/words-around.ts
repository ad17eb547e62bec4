import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/** Words of the text around a figure, in lower case, nearest first. */
export type WordsAround = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Root of a word, so that « démarrée » is « démarré ». */
export type Stem = (word: string) => string;

/** How far a word may stand and still say what a figure is for: a clause, not a paragraph. */
const REACH = { before: 9, after: 3 };

/**
 * Words before and after a span, within reach, stopping at the end of a sentence.
 * @param from end of the figure before (its words are not ours)
 * @param to   start of the figure after
 */
export function readWordsAround(text: string, start: number, end: number, from: number, to: number): WordsAround {
  const left =
    text
      .slice(from, start)
      .split(/[.!?;\n]\s/)
      .at(-1) ?? '';
  const right = text.slice(end, to).split(/[.!?;\n](?:\s|$)/)[0] ?? '';
  return { before: fold(left).reverse().slice(0, REACH.before), after: fold(right).slice(0, REACH.after) };
}

/**
 * The role whose words stand nearest to a figure; words before count as nearer than words after.
 * @param roles words of each role, compared by their roots
 */
export function findNearestRole<K extends string>(
  around: WordsAround,
  roles: Readonly<Record<K, readonly string[]>>,
  stem: Stem,
): K | undefined {
  const [left, right] = [
    around.before.map((word) => toRoots(word, stem)),
    around.after.map((word) => toRoots(word, stem)),
  ];
  let best: { readonly role: K; readonly distance: number } | undefined;
  for (const role of Object.keys(roles) as K[]) {
    const words = new Set(roles[role].flatMap((word) => toRoots(word, stem)));
    const before = left.findIndex((roots) => roots.some((root) => words.has(root)));
    const after = right.findIndex((roots) => roots.some((root) => words.has(root)));
    for (const distance of [before, after === -1 ? -1 : after + REACH.before]) {
      if (distance !== -1 && (best === undefined || distance < best.distance)) best = { role, distance };
    }
  }
  return best?.role;
}

/** Roots of a word as it is written and without accents: people type both. */
function toRoots(word: string, stem: Stem): readonly string[] {
  return [stem(word), stem(dropAccents(word))];
}

/** Whether a word is one of a list of data words, accents apart. */
export function isOneOf(word: string | undefined, words: readonly string[]): boolean {
  return word !== undefined && words.some((candidate) => dropAccents(candidate) === dropAccents(word));
}

function fold(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function toWords(text: string): readonly string[] {
  return dropAccents(text.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
