import { type ArrayFile, type NumberArray, readArrayFile, writeArrayFile } from './array-file.ts';
import type { FieldPostings, IndexData } from './index-data.ts';
import type { MeaningData } from './meaning-data.ts';
import type { Postings } from './postings.ts';

/** The words of documents and where their pieces lie, as they are kept; no meaning without an embedder. */
export type SavedWords = { readonly data: IndexData; readonly meaning?: MeaningData };

const FIELDS = [
  'all',
  'title',
  'marks',
  'allGrams',
  'titleGrams',
  'names',
  'forms',
] as const satisfies readonly (keyof FieldPostings)[];
const MEANING = [
  'weights',
  'lengths',
  'onCentre',
  'centre',
  'titleOnCentre',
  'titleCentre',
] as const satisfies readonly (keyof MeaningData)[];

/** Loads the words kept for exactly this identity, or makes them and keeps them. In memory only without a folder. */
export function openSavedWords(folder: string | undefined, identity: string, make: () => SavedWords): SavedWords {
  if (folder === undefined) return make();
  const path = `${folder}/mots.index`;
  const found = readArrayFile(path, identity);
  if (found !== undefined) return fromFile(found);
  const made = make();
  writeArrayFile(path, identity, toFile(made));
  return made;
}

function toFile({ data, meaning }: SavedWords): ArrayFile {
  const { words, grams, names, forms, sigles, postings } = data;
  const arrays: Record<string, NumberArray> = {
    stemOf: words.stemOf,
    tokens: words.tokens,
    pieces: words.pieces,
    documents: words.documents,
    gramStarts: grams.starts,
    grams: grams.grams,
  };
  for (const field of FIELDS) {
    for (const [part, array] of Object.entries(postings[field])) arrays[`${field}.${part}`] = array;
  }
  if (meaning) for (const part of MEANING) arrays[part] = meaning[part];
  return { texts: { words: words.words, stems: words.stems, grams: grams.texts, names, forms, sigles }, arrays };
}

function fromFile({ texts, arrays }: ArrayFile): SavedWords {
  const u32 = (name: string): Uint32Array => arrays[name] as Uint32Array;
  const toPostings = (field: string): Postings => ({
    starts: u32(`${field}.starts`),
    documents: u32(`${field}.documents`),
    counts: arrays[`${field}.counts`] as Uint8Array,
    lengths: u32(`${field}.lengths`),
  });
  const { words = [], stems = [], grams = [], names = [], forms = [], sigles = [] } = texts;
  const data: IndexData = {
    words: {
      words,
      stems,
      stemOf: u32('stemOf'),
      tokens: u32('tokens'),
      pieces: u32('pieces'),
      documents: u32('documents'),
    },
    grams: { texts: grams, starts: u32('gramStarts'), grams: u32('grams') },
    names,
    forms,
    sigles,
    postings: Object.fromEntries(FIELDS.map((field) => [field, toPostings(field)])) as FieldPostings,
  };
  if (arrays.weights === undefined) return { data };
  return { data, meaning: Object.fromEntries(MEANING.map((part) => [part, arrays[part]])) as MeaningData };
}
