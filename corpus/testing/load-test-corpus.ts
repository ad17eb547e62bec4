import { join } from 'node:path';
import { z } from 'zod';
import { type Corpus, loadCorpus } from '../load-corpus.ts';
import { readYaml } from '../read-yaml.ts';

/** Folder `corpus` of the project. */
export const CORPUS_ROOT = join(import.meta.dirname, '..');

/** Only what says which themes exist; the words that lead to them belong to those who read questions. */
const Concepts = z.object({ concepts: z.record(z.string(), z.looseObject({ genre: z.string() })) });

/** Kind of each concept of `lexique/concepts.yaml`, by id: those a passage may name as its themes. */
export function loadGenres(): ReadonlyMap<string, string> {
  const { concepts } = readYaml(join(CORPUS_ROOT, 'lexique', 'concepts.yaml'), Concepts);
  return new Map(Object.entries(concepts).map(([id, { genre }]) => [id, genre]));
}

/** The corpus of the project, loaded and checked as a running bot does. */
export function loadTestCorpus(): Corpus {
  return loadCorpus(CORPUS_ROOT, new Set(loadGenres().keys()));
}
