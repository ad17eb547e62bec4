import { join } from 'node:path';
import { Concepts } from '#bot/answer/situate/donnees.ts';
import { loadCorpus } from '#corpus/load-corpus.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { createVocabulary } from '../create-vocabulary.ts';
import type { Referentiel } from '../render/referentiel.ts';

/**
 * Loads parameters, texts and messages (I/O edge).
 * @param root folder of the project
 * @throws {BotError} when a data file is missing or not valid: file, place, remedy
 */
export function loadReferentiel(root: string): Referentiel {
  const corpusRoot = join(root, 'corpus');
  const parametres = loadParametres(corpusRoot);
  const { concepts } = readYaml(join(corpusRoot, 'lexique', 'concepts.yaml'), Concepts);
  const corpus = loadCorpus(corpusRoot, new Set(Object.keys(concepts)));
  const vocabulary = createVocabulary(join(root, 'bot', 'messages'), parametres, corpus);
  return { parametres, corpus, vocabulary };
}
