import { createNumbers } from './document-words.ts';
import { dropAccents } from './tokenize.ts';

/** Letters of a gram: four catch inflections and slips of the keyboard, and still tell words apart. */
const GRAM = 4;
/** Stands for the edge of a word, so that its beginning and its end count as such. */
const EDGE = '_';

/** The grams of a list of words: `grams[starts[n]]` to `grams[starts[n + 1] - 1]` are those of word n. */
export type WordGrams = {
  readonly texts: readonly string[];
  readonly starts: Uint32Array;
  readonly grams: Uint32Array;
};

/** Groups of four letters of a word, its edges included; a short word is one group. */
export function toGrams(word: string): readonly string[] {
  const edged = `${EDGE}${dropAccents(word)}${EDGE}`;
  if (edged.length <= GRAM) return [edged];
  const grams: string[] = [];
  for (let start = 0; start + GRAM <= edged.length; start += 1) grams.push(edged.slice(start, start + GRAM));
  return grams;
}

/** Numbers the grams of every word. */
export function listWordGrams(words: readonly string[]): WordGrams {
  const numbers = new Map<string, number>();
  const starts = createNumbers();
  const grams = createNumbers();
  for (const word of words) {
    starts.push(grams.length());
    for (const gram of toGrams(word)) {
      let number = numbers.get(gram);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(gram, number);
      }
      grams.push(number);
    }
  }
  starts.push(grams.length());
  return { texts: [...numbers.keys()], starts: starts.take(), grams: grams.take() };
}
