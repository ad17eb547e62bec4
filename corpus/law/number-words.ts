import { foldWord } from './fold-text.ts';
import { splitGluedNumber } from './number-words-glued.ts';
import { NUMBER_WORDS, type NumberWord } from './number-words-vocabulary.ts';

/** A number read at the head of a list of words: its value and how many words it takes. */
export type WordsReading = { readonly value: number; readonly count: number };

/**
 * Reads a whole cardinal in French or English words, hyphens or not, glued or not, common faults included.
 * @returns undefined when the text is not one number from end to end, or above 10^15
 */
export function parseNumberWords(text: string): number | undefined {
  const words = foldWord(text)
    .split(/[\s'-]+/)
    .filter(Boolean);
  const reading = readNumberWords(words, 0);
  return reading?.count === words.length ? reading.value : undefined;
}

/**
 * Reads the longest cardinal that starts at `words[from]`; words are folded and hold no hyphen.
 * « et » and "and" join only where the language puts them: « vingt et un », "one hundred and five".
 */
export function readNumberWords(words: readonly string[], from: number): WordsReading | undefined {
  const atoms = toAtoms(words, from);
  const reading = readCardinal(atoms.map((atom) => atom.text));
  if (!reading) return undefined;
  // A glued word (« deuxmille ») is several atoms: the reading must end with a whole word.
  const last = atoms[reading.count - 1];
  const next = atoms[reading.count];
  if (last && next && next.word === last.word) return undefined;
  return { value: reading.value, count: (last?.word ?? from) - from + 1 };
}

type Atom = { readonly text: string; readonly word: number };

/** Words from `from` on as long as they can belong to a number, glued ones cut into their parts. */
function toAtoms(words: readonly string[], from: number): readonly Atom[] {
  const atoms: Atom[] = [];
  for (let word = from; word < words.length; word += 1) {
    const text = words[word] as string;
    const parts = isNumberPart(text) ? [text] : splitGluedNumber(text);
    if (!parts) break;
    for (const part of parts) atoms.push({ text: part, word });
  }
  return atoms;
}

function isNumberPart(word: string): boolean {
  return NUMBER_WORDS.has(word) || word === 'et' || word === 'and' || word === 'a';
}

function readCardinal(words: readonly string[]): WordsReading | undefined {
  const first = findWord(words, 0);
  if (first?.role === 'zero') return { value: 0, count: 1 };
  let total = 0;
  let at = 0;
  let lastScale = Number.POSITIVE_INFINITY;
  for (;;) {
    const start = at > 0 && words[at] === 'and' ? at + 1 : afterFrenchEt(words, at);
    const group = readGroup(words, start);
    const afterGroup = start + (group?.count ?? 0);
    const scale = findScale(words, afterGroup, group !== undefined);
    if (scale !== undefined && scale < lastScale) {
      total += (group?.value ?? 1) * scale;
      lastScale = scale;
      at = afterGroup + 1;
    } else if (scale !== undefined && group === undefined && total > 0 && total < scale) {
      // « mille milliards »: what was read so far counts the bigger scale.
      total *= scale;
      lastScale = scale;
      at = afterGroup + 1;
    } else if (group !== undefined && group.value < lastScale) {
      return { value: total + group.value, count: afterGroup };
    } else {
      return at === 0 ? undefined : { value: total, count: at };
    }
  }
}

/** « mille et un »: « et » is skipped inside a number only before un or une. */
function afterFrenchEt(words: readonly string[], at: number): number {
  return at > 0 && words[at] === 'et' && isOne(words[at + 1]) ? at + 1 : at;
}

/** Without a count before it, only « mille » is a number by itself, or « million » once something was read. */
function findScale(words: readonly string[], at: number, isCounted: boolean): number | undefined {
  const word = findWord(words, at);
  if (word?.role !== 'scale') return undefined;
  const isBareMille = word.lang === 'fr' && word.value === 1000 && words[at] !== 'mil';
  if (!isCounted && !isBareMille && at === 0 && words[at] !== 'mil') return undefined;
  if (words[at] === 'billion' && words.slice(0, at).some(isFrenchOnly)) return 1e12;
  return word.value;
}

function isFrenchOnly(word: string): boolean {
  return NUMBER_WORDS.get(word)?.lang === 'fr';
}

/** 1 to 999, and the « quinze cents » / "eleven hundred" style up to 9 999. */
function readGroup(words: readonly string[], at: number): WordsReading | undefined {
  const count = readBelowHundred(words, at);
  const afterCount = at + (count?.count ?? 0);
  const hundred = findWord(words, afterCount);
  const isArticle = words[at] === 'a' && findWord(words, at + 1)?.lang !== 'fr';
  if (count === undefined && isArticle && findWord(words, at + 1) !== undefined) {
    if (findWord(words, at + 1)?.role === 'scale') return { value: 1, count: 1 };
    if (words[at + 1] !== 'hundred') return undefined;
    return addBelowHundred(words, at, at + 2, 100);
  }
  if (hundred?.role !== 'hundred') return count;
  if (count === undefined) return addBelowHundred(words, at, afterCount + 1, 100);
  // « vingt cents » is money or a slip, never 2 000; "twenty hundred" is said.
  if (count.value % 10 === 0 && hundred.lang === 'fr') return count;
  return addBelowHundred(words, at, afterCount + 1, count.value * 100);
}

function addBelowHundred(words: readonly string[], start: number, at: number, base: number): WordsReading {
  const joined = words[at] === 'and' || (words[at] === 'et' && isOne(words[at + 1])) ? at + 1 : at;
  const rest = readBelowHundred(words, joined);
  if (!rest) return { value: base, count: at - start };
  return { value: base + rest.value, count: joined + rest.count - start };
}

function readBelowHundred(words: readonly string[], at: number): WordsReading | undefined {
  const first = findWord(words, at);
  if (!first) return undefined;
  const second = findWord(words, at + 1);
  if (first.value === 4 && first.lang === 'fr' && second?.value === 20 && second.lang === 'fr') {
    return addUnits(words, at, at + 2, 80, true);
  }
  if (first.role === 'ten') return addUnits(words, at, at + 1, first.value, first.value === 60 && first.lang === 'fr');
  if (first.role === 'teen') return readTeen(words, at, first);
  return first.role === 'digit' ? { value: first.value, count: 1 } : undefined;
}

/** Adds the units of a ten; after soixante and quatre-vingt they run to nineteen. */
function addUnits(words: readonly string[], start: number, at: number, ten: number, toNineteen: boolean): WordsReading {
  const joined = words[at] === 'et' && (isOne(words[at + 1]) || words[at + 1] === 'onze') ? at + 1 : at;
  const unit = findWord(words, joined);
  const bare = { value: ten, count: at - start };
  if (unit?.role === 'digit') return { value: ten + unit.value, count: joined + 1 - start };
  if (unit?.role !== 'teen' || !toNineteen || unit.lang !== 'fr') return bare;
  const teen = readTeen(words, joined, unit);
  return { value: ten + teen.value, count: joined + teen.count - start };
}

/** « dix-sept », « dix-huit » and « dix-neuf » are two words. */
function readTeen(words: readonly string[], at: number, teen: NumberWord): WordsReading {
  const unit = findWord(words, at + 1);
  if (teen.value !== 10 || teen.lang !== 'fr' || unit?.lang !== 'fr' || unit.role !== 'digit' || unit.value < 7) {
    return { value: teen.value, count: 1 };
  }
  return { value: 10 + unit.value, count: 2 };
}

function findWord(words: readonly string[], at: number): NumberWord | undefined {
  return NUMBER_WORDS.get(words[at] ?? '');
}

function isOne(word: string | undefined): boolean {
  return word === 'un' || word === 'une';
}
