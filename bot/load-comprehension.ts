import { join } from 'node:path';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import type { Lexique } from '#corpus/retrieval/lexique.ts';
import type { WordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { addCourantes, createConceptDetector } from './answer/situate/detect-concepts.ts';
import { createLangDetector } from './answer/situate/detect-lang.ts';
import { type Concepts, Intentions, Refus, Roles } from './answer/situate/donnees.ts';
import { createRefusFinder } from './answer/situate/find-refus.ts';
import type { Comprehension } from './answer/situate/situate.ts';

/** What understanding is built from besides its own data. */
export type ComprehensionParts = {
  readonly concepts: Concepts;
  readonly parametres: Parametres;
  readonly corpus: Corpus;
  readonly lexique: Lexique;
  readonly tokenizer: Tokenizer;
  readonly vectors: WordVectors;
};

/**
 * Reads what understanding needs: roles, intentions, refusals (I/O edge).
 * @param donnees folder `bot/donnees`
 * @throws {BotError} when a data file is broken: file, place, remedy
 */
export function loadComprehension(donnees: string, parts: ComprehensionParts): Comprehension {
  const { concepts, parametres, corpus, lexique, tokenizer, vectors } = parts;
  const roles = readYaml(join(donnees, 'roles.yaml'), Roles);
  const refus = readYaml(join(donnees, 'refus.yaml'), Refus);
  // A word that good French holds (« contact ») is no misspelling of ours (« contrat »).
  const words = [...listWords(corpus, tokenizer, true), ...vectors.words];
  return {
    concepts,
    parametres,
    textes: corpus.textes,
    roles,
    intentions: readYaml(join(donnees, 'intentions.yaml'), Intentions).intentions,
    stem: (word: string) => tokenizer.stem(word),
    isSmallWord: (word: string) => tokenizer.tokenize(word).every(({ empty }) => empty),
    detectLang: createLangDetector(lexique.motsVides, lexique.synonymes, listWords(corpus, tokenizer, false)),
    findRefus: createRefusFinder(refus),
    numeros: refus.numeros,
    ...createDetectors(concepts, lexique, words, roles, tokenizer),
  };
}

/** What is spoken of, in every way of writing it and without the everyday ones. */
function createDetectors(
  concepts: Concepts,
  { abreviations }: Lexique,
  words: readonly string[],
  { motsLegers }: Roles,
  tokenizer: Tokenizer,
): Pick<Comprehension, 'detectConcepts' | 'detectProper'> {
  const create = (vocabulaire: Concepts) =>
    createConceptDetector(vocabulaire, abreviations.familier, words, motsLegers, tokenizer);
  return { detectConcepts: create(addCourantes(concepts)), detectProper: create(concepts) };
}

/** Words of the passages; their search words, some of them English, only when asked for. */
function listWords({ passages }: Corpus, tokenizer: Tokenizer, withMotsCles: boolean): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { titre, corps, motsCles } of passages) {
    for (const { word } of tokenizer.tokenize(`${titre} ${corps} ${withMotsCles ? motsCles.join(' ') : ''}`))
      words.add(word);
  }
  return words;
}
