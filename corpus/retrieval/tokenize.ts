import { createHash } from 'node:crypto';
import snowball from 'snowball-stemmers';
import type { MotsVides } from './lexique.ts';

/** A word of a text: as written (lower case, accents kept), and in the form that is indexed. */
export type Token = {
  /** Lower case, NFC, accents kept, elision taken off: « amorçage ». */
  readonly word: string;
  /** The word without accents. */
  readonly plain: string;
  /** Stem without accents: « amorcag ». Equal stems are the same term. */
  readonly stem: string;
  /** True for a word that says nothing about the subject (« le », « combien », « the »). */
  readonly empty: boolean;
  /** `part` of a compound (« soins » in « avant-soins »), the `whole` compound, or a `plain` word. */
  readonly kind: 'plain' | 'part' | 'whole';
};

/** Cuts texts into words. */
export type Tokenizer = {
  /** Changes when the same text would be cut otherwise: a saved index of another id is rebuilt. */
  readonly id: string;
  /** All tokens in reading order; a compound gives its parts, then itself in one word. */
  tokenize(text: string): readonly Token[];
  /** Words that say something, as written (compounds in parts): cheaper than tokens when stems are not needed. */
  contentWords(text: string): readonly string[];
  /** Stem of a single word. */
  stem(word: string): string;
};

/** Changes when words are cut or stemmed otherwise. */
const METHOD = 'snowball-1';

// « 80 000 » with any of the spaces of French typography; « C.P.T.S. »; « L. 1434-12 »; « 2e », « 1er »; « 50 k€ ».
const DIGIT_GROUPS = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HYPHENS = /[\u2010\u2011]/g;
const DOTTED_ACRONYM = /(?<![\p{L}\p{N}])\p{L}\.\p{L}\.(?:\p{L}\.)*(?:\p{L}(?![\p{L}\p{N}'’]))?/gu;
const ARTICLE_OF_CODE = /(?<![\p{L}\p{N}])([lrd])\.?[ \u00a0]?(?=\d{3,4}-\d)/gu;
const ORDINAL = /(?<![\p{L}\p{N}])(\d+)(?:ers?|[eè]res?|[eè]mes?|es?|nde?s?)(?![\p{L}\p{N}])/gu;
const THOUSANDS = /(?<![\p{L}\p{N}.,])(\d+) ?k(?:€|eur)?(?![\p{L}\p{N}])/gu;
const APOSTROPHES = /['’ʼ′‘`´]/g;
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr)'(?=.)/;
// The second says the same for all scripts; the first, for Latin letters alone, is three times faster.
const LATIN_CHUNK = /[a-z0-9\u00df-\u00f6\u00f8-\u024f]+(?:['-][a-z0-9\u00df-\u00f6\u00f8-\u024f]+)*/g;
const LATIN_TEXT = /^[\0-\u00b4\u00b6-\u00b9\u00bb-\u024f\u2000-\u206f\u20ac]*$/;
const CHUNK = /[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Builds the tokenizer of a vocabulary of empty words.
 * Plain tokens are remembered and shared: stemming costs a hundred times a lookup.
 */
export function createTokenizer(motsVides: MotsVides): Tokenizer {
  const stemmer = snowball.newStemmer('french');
  const emptyWords = new Set([...motsVides.francais, ...motsVides.anglais].map((word) => dropAccents(word)));
  const emptiness = new Map<string, boolean>();
  const tokens = new Map<string, Token>();

  function isEmpty(word: string): boolean {
    let empty = emptiness.get(word);
    if (empty === undefined) {
      empty = emptyWords.has(dropAccents(word)) || (word.length === 1 && !/\d/.test(word));
      emptiness.set(word, empty);
    }
    return empty;
  }

  function toToken(word: string): Token {
    let token = tokens.get(word);
    if (token === undefined) {
      const plain = dropAccents(word);
      token = { word, plain, stem: toStem(word, stemmer), empty: isEmpty(word), kind: 'plain' };
      tokens.set(word, token);
    }
    return token;
  }

  return {
    id: `${METHOD}-${createHash('sha256').update(JSON.stringify(motsVides)).digest('hex').slice(0, 12)}`,
    stem: (word) => toToken(word).stem,
    contentWords: (text) => splitChunks(text).flatMap(({ parts }) => parts.filter((part) => !isEmpty(part))),
    tokenize(text) {
      const found: Token[] = [];
      for (const { parts, compound } of splitChunks(text)) {
        if (!compound) for (const part of parts) found.push(toToken(part));
        else {
          for (const part of parts) found.push({ ...toToken(part), kind: 'part' });
          // « touche-t-on », « celui-ci »: an inverted pronoun or a particle does not make a compound.
          if (!isEmpty(parts.at(-1) ?? '')) found.push({ ...toToken(parts.join('')), kind: 'whole' });
        }
      }
      return found;
    },
  };
}

function toStem(word: string, stemmer: { stem(word: string): string }): string {
  if (/\d/.test(word)) return dropAccents(word);
  return dropAccents(stemmer.stem(openLigatures(word)));
}

/** Takes accents off and opens ligatures: « cœur » → « coeur », « dû » → « du ». */
export function dropAccents(text: string): string {
  // Most words are plain ASCII: the test is ten times cheaper than the decomposition.
  if (!/[^\0-\x7f]/.test(text)) return text;
  return openLigatures(text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
}

function openLigatures(text: string): string {
  return text.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** Lower case NFC text where digits of one number, letters of one acronym and names of articles hold together. */
function toPlainText(text: string): string {
  let plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, '')
    .replace(HYPHENS, '-')
    .replace(DOTTED_ACRONYM, (letters) => letters.replaceAll('.', ''));
  if (!/\d/.test(plain)) return plain;
  plain = plain.replace(DIGIT_GROUPS, (digits) => digits.replace(/\D/g, ''));
  return plain
    .replace(ARTICLE_OF_CODE, '$1')
    .replace(ORDINAL, '$1')
    .replace(THOUSANDS, (_, digits: string) => `${digits}000`);
}

/** Words of a text, those joined by hyphens together. */
function splitChunks(text: string): { readonly parts: readonly string[]; readonly compound: boolean }[] {
  const plain = toPlainText(text);
  return (plain.match(LATIN_TEXT.test(plain) ? LATIN_CHUNK : CHUNK) ?? []).map((chunk) => {
    if (!/['-]/.test(chunk)) return { parts: [chunk], compound: false };
    const pieces = chunk.split('-').map(takeOffElision);
    const parts = pieces.flatMap((piece) => (piece === "aujourd'hui" ? [piece] : piece.split("'")));
    return { parts, compound: pieces.length > 1 };
  });
}

function takeOffElision(piece: string): string {
  let word = piece;
  while (ELISION.test(word)) word = word.replace(ELISION, '');
  return word;
}
