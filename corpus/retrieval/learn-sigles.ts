import { dropAccents, type Tokenizer } from './tokenize.ts';

/** An acronym that the documents write beside what it stands for. */
export type LearnedSigle = { readonly sigle: string; readonly developpe: string };

/** « délégué à la protection des données (DPO) »: what comes before is read apart, which is far quicker. */
const AFTER = /[\p{L}\p{N}]\s*\((\p{Lu}[\p{Lu}\d]{1,7})\)/gu;
/** « FICP (fichier national des incidents…) » */
const BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\d]{1,7})\s*\(\s*(\p{L}[\p{L}\p{N}'’ -]{3,120})/gu;
/** Letters read before an acronym, and what ends the phrase there. */
const BEFORE_LENGTH = 120;
const PHRASE_END = /[^\p{L}\p{N}'’ -]/u;

/** Words that what an acronym stands for may have, small ones left out. */
const [LEAST_WORDS, MOST_WORDS] = [2, 7];
/** Documents that write the same words beside an acronym before they are taken for what it stands for. */
const AGREEING = 2;
/** Of four readings, three write them. */
const MOST_AGREE = 4 / 3;

/** Words around an acronym, nearest first, by what they were read from. */
type Reading = { readonly document: number; readonly words: readonly string[]; readonly towards: 'left' | 'right' };

/**
 * Learns what acronyms stand for in the very documents: the words beside it whose initials are its letters, or those
 * that several documents agree on.
 */
export function learnSigles(texts: readonly string[], tokenizer: Tokenizer): readonly LearnedSigle[] {
  const readings = new Map<string, Reading[]>();
  const keep = (sigle: string, reading: Reading): void => {
    const same = readings.get(sigle);
    if (same === undefined) readings.set(sigle, [reading]);
    else same.push(reading);
  };
  for (const [document, text] of texts.entries()) {
    for (const { index, 1: sigle = '' } of text.matchAll(AFTER)) {
      const phrase =
        text
          .slice(Math.max(0, index + 1 - BEFORE_LENGTH), index + 1)
          .split(PHRASE_END)
          .at(-1) ?? '';
      const words = tokenizer.contentWords(phrase).slice(-MOST_WORDS).reverse();
      keep(sigle, { document, words, towards: 'left' });
    }
    for (const [, sigle = '', phrase = ''] of text.matchAll(BEFORE)) {
      keep(sigle, { document, words: tokenizer.contentWords(phrase).slice(0, MOST_WORDS), towards: 'right' });
    }
  }
  return [...readings].flatMap(([sigle, list]) => {
    const words = findSpelled(sigle, list) ?? findAgreed(list);
    return words === undefined ? [] : [{ sigle: sigle.toLowerCase(), developpe: words.join(' ') }];
  });
}

/** Words whose initials are the letters of the acronym, in reading order. */
function findSpelled(sigle: string, readings: readonly Reading[]): readonly string[] | undefined {
  const letters = dropAccents(sigle.toLowerCase());
  for (const { words, towards } of readings) {
    for (let count = LEAST_WORDS; count <= words.length; count += 1) {
      const phrase = toReadingOrder(words.slice(0, count), towards);
      if (phrase.map((word) => dropAccents(word)[0]).join('') === letters) return phrase;
    }
  }
  return undefined;
}

/** The longest run of words that most readings share, in several documents. */
function findAgreed(readings: readonly Reading[]): readonly string[] | undefined {
  for (let count = MOST_WORDS; count >= LEAST_WORDS; count -= 1) {
    const runs = new Map<
      string,
      { readonly documents: Set<number>; times: number; readonly words: readonly string[] }
    >();
    for (const { document, words, towards } of readings) {
      if (words.length < count) continue;
      const phrase = toReadingOrder(words.slice(0, count), towards);
      const run = runs.get(phrase.join(' ')) ?? { documents: new Set<number>(), times: 0, words: phrase };
      run.documents.add(document);
      run.times += 1;
      runs.set(phrase.join(' '), run);
    }
    for (const { documents, times, words } of runs.values()) {
      if (documents.size >= AGREEING && times * MOST_AGREE >= readings.length) return words;
    }
  }
  return undefined;
}

function toReadingOrder(words: readonly string[], towards: Reading['towards']): readonly string[] {
  return towards === 'left' ? [...words].reverse() : words;
}
