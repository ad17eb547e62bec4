import type { RetrievalDocument } from './retrieval-document.ts';
import { splitSentences } from './split-sentences.ts';
import type { Tokenizer } from './tokenize.ts';

/**
 * The words of all documents, as numbers. A piece is the title of a document (its first), its marks (the second:
 * headings, keywords, themes, names), then each sentence of its body.
 */
export type DocumentWords = {
  /** Words as written, each once; their position is their number. */
  readonly words: readonly string[];
  /** Stems, each once, and the stem of each word. */
  readonly stems: readonly string[];
  readonly stemOf: Uint32Array;
  /** Content words of all pieces in reading order; a compound in one word comes after its parts ({@link isWhole}). */
  readonly tokens: Uint32Array;
  /** Where each piece begins in `tokens`, and each document in `pieces`; one more than there are. */
  readonly pieces: Uint32Array;
  readonly documents: Uint32Array;
};

/** Bit of a token that repeats in one word the parts before it. */
const WHOLE = 0x8000_0000;
/** Piece of a document: its title, its marks, and the first sentence of its body. */
export const TITLE = 0;
export const MARKS = 1;
export const BODY = 2;

/** Reads the words of documents. */
export function readDocumentWords(documents: readonly RetrievalDocument[], tokenizer: Tokenizer): DocumentWords {
  const words = createNumbering();
  const stems = createNumbering();
  const stemOf = createNumbers();
  const tokens = createNumbers();
  const pieces = createNumbers();
  const starts = createNumbers();
  const readPiece = (text: string): void => {
    pieces.push(tokens.length());
    for (const { word, stem, empty, kind } of tokenizer.tokenize(text)) {
      if (empty) continue;
      const number = words.find(word);
      if (number === stemOf.length()) stemOf.push(stems.find(stem));
      tokens.push(kind === 'whole' ? (number | WHOLE) >>> 0 : number);
    }
  };
  for (const document of documents) {
    starts.push(pieces.length());
    const { titre, corps, intertitres = [], motsCles = [], themes = [] } = document;
    readPiece(titre);
    readPiece([...intertitres, ...motsCles, ...themes].join(' ; '));
    for (const sentence of splitSentences(corps)) readPiece(sentence);
  }
  starts.push(pieces.length());
  pieces.push(tokens.length());
  return {
    words: words.list,
    stems: stems.list,
    stemOf: stemOf.take(),
    tokens: tokens.take(),
    pieces: pieces.take(),
    documents: starts.take(),
  };
}

/** Number of the word of a token. */
export function toWord(token: number): number {
  return (token & ~WHOLE) >>> 0;
}

/** Whether a token repeats in one word the parts before it. */
export function isWhole(token: number): boolean {
  return token >= WHOLE;
}

/** Gives each text a number, in the order they come. */
export type Numbering = { readonly list: string[]; readonly find: (text: string) => number };

/** Starts a numbering of texts. */
export function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    find(text) {
      let number = numbers.get(text);
      if (number === undefined) {
        number = list.length;
        numbers.set(text, number);
        list.push(text);
      }
      return number;
    },
  };
}

/** A list of numbers that grows outside the heap of objects. */
export function createNumbers(): { push(value: number): void; length(): number; take(): Uint32Array } {
  let values = new Uint32Array(1024);
  let used = 0;
  return {
    push(value) {
      if (used === values.length) {
        const larger = new Uint32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[used] = value;
      used += 1;
    },
    length: () => used,
    take: () => values.slice(0, used),
  };
}
