import { buildFieldIndex, type FieldIndex, type FieldTerms, type WeightedTerm } from './field-index.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import type { Tokenizer } from './tokenize.ts';

/** The inverted index of all documents; `document` is a position in the list it was built from. */
export type LexicalIndex = {
  readonly size: number;
  /** BM25 of every document for these terms, summed over the fields; 0 where none occurs. */
  score(terms: readonly WeightedTerm[]): Float64Array;
  /** Inverse document frequency in whole documents; a term seen nowhere has the highest one. */
  idf(stem: string): number;
  /** Whether a document holds the term, in any field. */
  contains(document: number, stem: string): boolean;
  /** Whether any document holds the term. */
  has(stem: string): boolean;
  /** Words of the documents, without accents, with the stem they are indexed under. */
  readonly words: ReadonlyMap<string, string>;
};

/**
 * The whole document, then what is said twice by standing in a field of its own.
 * Each field has its own idf: a word of every title (« CPTS », or the same heading all over) separates nothing there,
 * and one that only one title holds settles the matter, however common it is in the text.
 */
const FIELD_WEIGHTS = { tout: 1, titre: 1, motsCles: 0.5 } as const;

type FieldName = keyof typeof FIELD_WEIGHTS;
const FIELD_NAMES = ['tout', 'titre', 'motsCles'] as const satisfies readonly FieldName[];

/** Indexes documents for BM25 over weighted fields. */
export function buildLexicalIndex(documents: readonly RetrievalDocument[], tokenizer: Tokenizer): LexicalIndex {
  const words = new Map<string, string>();
  const texts: Record<FieldName, FieldTerms[]> = { tout: [], titre: [], motsCles: [] };
  for (const { titre, corps, motsCles = [], themes = [] } of documents) {
    const keywords = [...motsCles, ...themes].join(' ; ');
    const title = toTerms(titre, tokenizer, words);
    const keyword = toTerms(keywords, tokenizer, words);
    texts.titre.push(title);
    texts.motsCles.push(keyword);
    texts.tout.push(addTerms([title, toTerms(corps, tokenizer, words), keyword]));
  }
  const fields: Record<FieldName, FieldIndex> = {
    tout: buildFieldIndex(texts.tout),
    titre: buildFieldIndex(texts.titre),
    motsCles: buildFieldIndex(texts.motsCles),
  };
  return {
    size: documents.length,
    words,
    idf: fields.tout.idf,
    has: fields.tout.has,
    contains: fields.tout.contains,
    score(terms) {
      const scores = new Float64Array(documents.length);
      for (const name of FIELD_NAMES) fields[name].addScores(scores, terms, FIELD_WEIGHTS[name]);
      return scores;
    },
  };
}

function toTerms(text: string, tokenizer: Tokenizer, words: Map<string, string>): FieldTerms {
  const counts = new Map<string, number>();
  let length = 0;
  for (const { plain, stem, empty, kind } of tokenizer.tokenize(text)) {
    if (empty) continue;
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
    words.set(plain, stem);
    // A compound is counted once, by its parts.
    if (kind !== 'whole') length += 1;
  }
  return { counts, length };
}

function addTerms(fields: readonly FieldTerms[]): FieldTerms {
  const counts = new Map<string, number>();
  let total = 0;
  for (const field of fields) {
    total += field.length;
    for (const [stem, count] of field.counts) counts.set(stem, (counts.get(stem) ?? 0) + count);
  }
  return { counts, length: total };
}
