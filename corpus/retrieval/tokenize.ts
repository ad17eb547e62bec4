import snowball from 'snowball-stemmers';
import type { MotsVides } from './lexique.ts';

/** A word of a text: as written (lower case, accents kept), and in the form that is indexed. */
export type Token = {
  /** Lower case, NFC, accents kept, elision taken off: « amorçage ». */
  readonly word: string;
  /** Stem without accents: « amorcag ». Equal stems are the same term. */
  readonly stem: string;
  /** True for a word that says nothing about the subject (« le », « combien », « the »). */
  readonly empty: boolean;
  /** `part` of a compound (« soins » in « avant-soins »), the `whole` compound, or a `plain` word. */
  readonly kind: 'plain' | 'part' | 'whole';
};

/** Cuts a text into tokens, in reading order; a compound gives its parts, then itself in one word. */
export type Tokenizer = { tokenize(text: string): readonly Token[] };

type Analysis = { readonly stem: string; readonly empty: boolean };

// « 80 000 » with any of the spaces of French typography; « C.P.T.S. »; « L. 1434-12 »; « 2e », « 1er »; « 50 k€ ».
const DIGIT_GROUPS = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)/g;
const DOTTED_ACRONYM = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}'’]))?/gu;
const ARTICLE_OF_CODE = /(?<![\p{L}\p{N}])([lrd])\.?[ \u00a0]?(?=\d{3,4}-\d)/gu;
const ORDINAL = /(?<![\p{L}\p{N}])(\d+)(?:ers?|[eè]res?|[eè]mes?|es?|nde?s?)(?![\p{L}\p{N}])/gu;
const THOUSANDS = /(?<![\p{L}\p{N}.,])(\d+) ?k(?:€|eur)?(?![\p{L}\p{N}])/gu;
const APOSTROPHES = /['’ʼ′‘`´]/g;
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr)'(?=.)/;
const CHUNK = /[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Builds the tokenizer of a vocabulary of empty words.
 * Words are remembered once analysed: stemming costs a hundred times a lookup.
 */
export function createTokenizer(motsVides: MotsVides): Tokenizer {
  const stemmer = snowball.newStemmer('french');
  const emptyWords = new Set([...motsVides.francais, ...motsVides.anglais].map((word) => dropAccents(word)));
  const known = new Map<string, Analysis>();

  function analyse(word: string): Analysis {
    let analysis = known.get(word);
    if (analysis === undefined) {
      const plain = dropAccents(word);
      const stem = /\d/.test(word) ? plain : dropAccents(stemmer.stem(word.replaceAll('œ', 'oe').replaceAll('æ', 'ae')));
      const empty = emptyWords.has(plain) || (word.length === 1 && !/\d/.test(word));
      analysis = { stem, empty };
      known.set(word, analysis);
    }
    return analysis;
  }

  return {
    tokenize(text) {
      const tokens: Token[] = [];
      for (const chunk of toPlainText(text).match(CHUNK) ?? []) pushChunk(chunk, tokens, analyse);
      return tokens;
    },
  };
}

/** Takes accents off and opens ligatures: « cœur » → « coeur », « dû » → « du ». */
export function dropAccents(text: string): string {
  // Most words are plain ASCII: the test is ten times cheaper than the decomposition.
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFC');
}

/** Lower case NFC text where digits of one number, letters of one acronym and names of articles hold together. */
function toPlainText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(DIGIT_GROUPS, (digits) => digits.replace(/\D/g, ''))
    .replace(DOTTED_ACRONYM, (letters) => letters.replaceAll('.', ''))
    .replace(ARTICLE_OF_CODE, '$1')
    .replace(ORDINAL, '$1')
    .replace(THOUSANDS, (_, digits: string) => `${digits}000`);
}

function pushChunk(chunk: string, tokens: Token[], analyse: (word: string) => Analysis): void {
  const parts: string[] = [];
  for (const piece of chunk.split('-')) {
    const word = takeOffElision(piece);
    for (const part of word === "aujourd'hui" ? [word] : word.split("'")) if (part !== '') parts.push(part);
  }
  const [first] = parts;
  if (first === undefined) return;
  if (!chunk.includes('-') || parts.length === 1) {
    for (const word of parts) tokens.push({ word, ...analyse(word), kind: 'plain' });
    return;
  }
  for (const word of parts) tokens.push({ word, ...analyse(word), kind: 'part' });
  // « touche-t-on », « celui-ci »: an inverted pronoun or a particle does not make a compound.
  if (analyse(parts.at(-1) ?? first).empty) return;
  const whole = parts.join('');
  tokens.push({ word: whole, ...analyse(whole), kind: 'whole' });
}

function takeOffElision(piece: string): string {
  let word = piece;
  while (ELISION.test(word)) word = word.replace(ELISION, '');
  return word;
}
