import { readNumberWords, type WordsReading } from './number-words.ts';

/** Ordinals that are not « cardinal + ième »; « second » is the second and never the unit of time. */
const IRREGULAR: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  premiers: 1,
  premieres: 1,
  second: 2,
  seconde: 2,
  seconds: 2,
  secondes: 2,
  first: 1,
};

/** English ordinals whose cardinal is not found by taking « th » away. */
const ENGLISH: Readonly<Record<string, string>> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
};

/**
 * Reads the ordinal that starts at `words[from]` (folded, without hyphens): « premier », « vingt et unième »,
 * « deux cent troisième », "twenty-first".
 */
export function readOrdinalWords(words: readonly string[], from: number): WordsReading | undefined {
  const alone = IRREGULAR[words[from] ?? ''];
  if (alone !== undefined) return { value: alone, count: 1 };
  for (let at = from; at < words.length && at < from + 20; at += 1) {
    const cardinal = findCardinalWord(words[at] as string);
    if (cardinal !== undefined) {
      const reading = readNumberWords([...words.slice(from, at), cardinal], 0);
      return reading?.count === at - from + 1 ? reading : undefined;
    }
    if (!/^[a-z]{2,}$/.test(words[at] as string)) return undefined;
  }
  return undefined;
}

/** Cardinal word of an ordinal one: « quatrième » gives « quatre », "twentieth" gives "twenty". */
export function findCardinalWord(word: string): string | undefined {
  return findFrenchCardinal(word) ?? findEnglishCardinal(word);
}

function findFrenchCardinal(word: string): string | undefined {
  const stem = /^(.+?)i?emes?$/.exec(word)?.[1];
  if (stem === undefined || stem.length < 2) return undefined;
  const candidates = [stem, `${stem}e`, stem.replace(/u$/, ''), stem.replace(/v$/, 'f')];
  return candidates.find((candidate) => readNumberWords([candidate], 0) !== undefined || isScale(candidate));
}

function findEnglishCardinal(word: string): string | undefined {
  const singular = word.replace(/s$/, '');
  const irregular = ENGLISH[singular];
  if (irregular !== undefined) return irregular;
  const stem = /^(.+)th$/.exec(singular)?.[1];
  if (stem === undefined) return undefined;
  return [stem, stem.replace(/ie$/, 'y')].find(
    (candidate) => readNumberWords([candidate], 0) !== undefined || isScale(candidate),
  );
}

/** Scales are no number alone, yet « millionième » is an ordinal. */
function isScale(word: string): boolean {
  return /^(?:million|milliard|billion|hundred|thousand)$/.test(word);
}
