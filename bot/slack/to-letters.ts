import { createHash, randomInt } from 'node:crypto';

/** Consonants, none of them a Roman numeral: an identifier made of them can never be read as a number or a word. */
const LETTERS = 'BFGHJKNPQRSTWZ';

/** Letters drawn by chance, to name something new. */
export function drawLetters(count: number): string {
  return Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

/** Letters that stand for a text: the same text gives the same letters. */
export function toLetters(text: string, count: number): string {
  const bytes = createHash('sha512').update(text).digest();
  return Array.from({ length: count }, (_, at) =>
    LETTERS.charAt((bytes[at % bytes.length] ?? 0) % LETTERS.length),
  ).join('');
}
