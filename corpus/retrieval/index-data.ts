import {
  BODY,
  createNumbering,
  type DocumentWords,
  isWhole,
  MARKS,
  type Numbering,
  readDocumentWords,
  TITLE,
  toWord,
} from './document-words.ts';
import { findNames } from './exact-names.ts';
import { listForms } from './form-index.ts';
import { listWordGrams, type WordGrams } from './grams.ts';
import { learnSigles } from './learn-sigles.ts';
import { buildPostings, type Postings } from './postings.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import type { Tokenizer } from './tokenize.ts';

/** Postings of the words of documents, field by field. */
export type FieldPostings = {
  /** Stems of title, marks and body together, of the title, of the marks. */
  readonly all: Postings;
  readonly title: Postings;
  readonly marks: Postings;
  /** Grams of title, marks and body together, and of the title. */
  readonly allGrams: Postings;
  readonly titleGrams: Postings;
  /** Exact names; one in the title or the marks counts twice. */
  readonly names: Postings;
  /** Empty words of the title. */
  readonly forms: Postings;
};

/** What the index of words is made of: lists of texts and of numbers, which can be written to a file as they are. */
export type IndexData = {
  readonly words: DocumentWords;
  readonly grams: WordGrams;
  readonly names: readonly string[];
  /** Stems of the empty words of titles. */
  readonly forms: readonly string[];
  /** Acronyms of the documents and what they stand for, in turn. */
  readonly sigles: readonly string[];
  readonly postings: FieldPostings;
};

/** Builds the index of the words of documents. */
export function buildIndexData(documents: readonly RetrievalDocument[], tokenizer: Tokenizer): IndexData {
  const words = readDocumentWords(documents, tokenizer);
  const grams = listWordGrams(words.words);
  const names = createNumbering();
  const namesOf = documents.map((_, document) => listNames(words, document, names));
  const forms = createNumbering();
  const formsOf = documents.map(({ titre }) => listForms(tokenizer.tokenize(titre)).map(forms.find));
  return {
    words,
    grams,
    names: names.list,
    forms: forms.list,
    sigles: learnSigles(
      documents.map(({ titre, corps }) => `${titre}\n${corps}`),
      tokenizer,
    ).flatMap(({ sigle, developpe }) => [sigle, developpe]),
    postings: {
      all: turnStems(words, [TITLE, Number.POSITIVE_INFINITY]),
      title: turnStems(words, [TITLE, TITLE]),
      marks: turnStems(words, [MARKS, MARKS]),
      allGrams: turnGrams(words, grams, [TITLE, Number.POSITIVE_INFINITY]),
      titleGrams: turnGrams(words, grams, [TITLE, TITLE]),
      names: turnLists(namesOf, names.list.length),
      forms: turnLists(formsOf, forms.list.length),
    },
  };
}

/** First and last piece of a document, of those that a field covers. */
type Span = readonly [first: number, last: number];

/** Tokens of some pieces of a document. */
function findTokens(words: DocumentWords, document: number, [first, last]: Span): Uint32Array {
  const start = words.documents[document] ?? 0;
  const end = words.documents[document + 1] ?? start;
  const from = words.pieces[Math.min(start + first, end)] ?? 0;
  return words.tokens.subarray(from, words.pieces[Math.min(start + last + 1, end)] ?? from);
}

function turnStems(words: DocumentWords, span: Span): Postings {
  return buildPostings(words.documents.length - 1, words.stems.length, (document, add) => {
    let length = 0;
    for (const token of findTokens(words, document, span)) {
      add(words.stemOf[toWord(token)] ?? 0);
      // A compound is counted once, by its parts.
      if (!isWhole(token)) length += 1;
    }
    return length;
  });
}

function turnGrams(words: DocumentWords, { starts, grams, texts }: WordGrams, span: Span): Postings {
  return buildPostings(words.documents.length - 1, texts.length, (document, add) => {
    let length = 0;
    for (const token of findTokens(words, document, span)) {
      if (isWhole(token)) continue;
      const end = starts[token + 1] ?? 0;
      for (let place = starts[token] ?? 0; place < end; place += 1) add(grams[place] ?? 0);
      length += end - (starts[token] ?? 0);
    }
    return length;
  });
}

/** Turns round terms that are listed by document. */
function turnLists(lists: readonly (readonly number[])[], termCount: number): Postings {
  return buildPostings(lists.length, termCount, (document, add) => {
    for (const term of lists[document] ?? []) add(term);
    return lists[document]?.length ?? 0;
  });
}

function listNames(words: DocumentWords, document: number, names: Numbering): readonly number[] {
  const numbers: number[] = [];
  const keep = (span: Span, times: number): void => {
    const tokens = Array.from(findTokens(words, document, span), (token) => ({
      stem: words.stems[words.stemOf[toWord(token)] ?? 0] ?? '',
      whole: isWhole(token),
    }));
    for (const name of findNames(tokens)) {
      const number = names.find(name);
      for (let time = 0; time < times; time += 1) numbers.push(number);
    }
  };
  keep([TITLE, MARKS], 2);
  keep([BODY, Number.POSITIVE_INFINITY], 1);
  return numbers;
}
