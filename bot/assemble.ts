import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles } from '#corpus/hash-files.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type Corpus, loadCorpus } from '#corpus/load-corpus.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { type Hnswlib, loadHnswlib } from '#corpus/retrieval/hnsw-index.ts';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { loadWordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';
import { createRetriever } from '#corpus/retrieval/retrieve.ts';
import { createTokenizer, type Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { createWordVectorEmbedder } from '#corpus/retrieval/word-vector-embedder.ts';
import type { Pipeline } from './answer/answer-question.ts';
import { createDeterministicComposer } from './answer/compose-deterministic.ts';
import { createSimilarity } from './answer/create-similarity.ts';
import { describePassage } from './answer/describe-passage.ts';
import type { Vocabulary } from './answer/render-message.ts';
import { createConceptDetector } from './answer/situate/detect-concepts.ts';
import { createLangDetector } from './answer/situate/detect-lang.ts';
import { Concepts, Intentions, Refus, Roles } from './answer/situate/donnees.ts';
import { createRefusFinder } from './answer/situate/find-refus.ts';
import { openDocuments } from './documents/open-documents.ts';
import type { Env } from './env.ts';
import { listMontantsDePassages } from './list-montants-de-passages.ts';
import { loadMessages } from './load-messages.ts';
import type { Store } from './store/store.ts';

/** Everything built once for a running bot. */
export type Assembly = {
  readonly corpus: Corpus;
  readonly parametres: Parametres;
  readonly pipeline: Pipeline;
  /** sha256 of what decides an answer besides the question: passages and texts, then parameters and sentences. */
  readonly hashes: { readonly corpus: string; readonly parametres: string };
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The adapters that the settings ask for; the exact index when the native module is not installed. */
export async function findAdapters({ DATA_DIR, CPTS_INDEX }: Env): Promise<AssembleOptions> {
  const graph = CPTS_INDEX === 'hnsw' ? await loadHnswlib() : undefined;
  return {
    dataDir: DATA_DIR,
    indexFolder: findIndexFolder(DATA_DIR),
    hnswlib: graph?.kind === 'present' ? graph.hnswlib : undefined,
  };
}

/** The store of a connected bot, loaded only when there is one. */
export async function openStore(dataDir: string): Promise<Store> {
  const adapter = await import('./store/open-sqlite-store.ts');
  return adapter.openStore(dataDir);
}

/** Adapters that the settings choose. */
export type AssembleOptions = {
  readonly dataDir?: string | undefined;
  readonly indexFolder?: string | undefined;
  readonly hnswlib?: Hnswlib | undefined;
};

/** The folder where `cpts index` kept vectors, when it was run; vectors are made in memory otherwise. */
function findIndexFolder(dataDir: string): string | undefined {
  const folder = join(dataDir, 'index');
  return existsSync(folder) ? folder : undefined;
}

/**
 * Loads the data and chooses the adapters: the only place that does.
 * @param options.dataDir     where workspaces keep the documents they imported; none are known when not given
 * @param options.indexFolder where vectors are kept from one start to the next; in memory only when not given
 * @param options.hnswlib     the graph index, when it was asked for and is installed; exact search otherwise
 * @throws {BotError} when a data file is broken: file, place, remedy
 */
export function assemble(root: string = ROOT, { dataDir, indexFolder, hnswlib }: AssembleOptions = {}): Assembly {
  const corpusRoot = join(root, 'corpus');
  const concepts = readYaml(join(corpusRoot, 'lexique', 'concepts.yaml'), Concepts);
  const parametres = loadParametres(corpusRoot);
  const corpus = loadCorpus(corpusRoot, new Set(Object.keys(concepts.concepts)));
  const lexique = loadLexique(join(corpusRoot, 'lexique'));
  const tokenizer = createTokenizer(lexique.motsVides);
  const donnees = join(root, 'bot', 'donnees');
  const mots = join(donnees, 'citations.yaml');
  const roles = readYaml(join(donnees, 'roles.yaml'), Roles);
  const vectors = loadWordVectors();
  // A word that good French holds (« contact ») is no misspelling of ours (« contrat »).
  const words = [...listWords(corpus, tokenizer, true), ...vectors.words];
  const refus = readYaml(join(donnees, 'refus.yaml'), Refus);
  const comprehension = {
    concepts,
    parametres,
    textes: corpus.textes,
    roles,
    intentions: readYaml(join(donnees, 'intentions.yaml'), Intentions).intentions,
    stem: (word: string) => tokenizer.stem(word),
    detectLang: createLangDetector(lexique.motsVides, lexique.synonymes, listWords(corpus, tokenizer, false)),
    findRefus: createRefusFinder(refus),
    numeros: refus.numeros,
    detectConcepts: createConceptDetector(concepts, lexique.abreviations.familier, words, roles.motsLegers, tokenizer),
  };
  const construction = { lexique, tokenizer, embedder: createWordVectorEmbedder(vectors, lexique, tokenizer) };
  const openRetriever = (documents: readonly RetrievalDocument[]) => createRetriever({ ...construction, documents });
  const retriever = createRetriever({
    ...construction,
    documents: corpus.passages.map(({ id, titre, corps, motsCles }) => ({ id, titre, corps, motsCles })),
    ...(indexFolder === undefined ? {} : { folder: indexFolder }),
    // Asked for by name, the graph serves whatever the size of the corpus.
    ...(hnswlib === undefined ? {} : { hnswlib, exactLimit: 0 }),
  });
  // Read before the first question, so that nobody waits for it.
  for (const passage of corpus.passages) describePassage(passage);
  const pipeline: Pipeline = {
    comprehension,
    bibliotheque: {
      retriever,
      passages: corpus.passagesById,
      themeWeights: weighThemes(corpus),
      isSimilar: createSimilarity(tokenizer),
    },
    savoir: {
      parametres,
      textes: [...corpus.textes.values()],
      listMontantsDePassages: (asOf) => listMontantsDePassages(corpus.passages, asOf),
    },
    vocabulary: createVocabulary(join(root, 'bot', 'messages'), parametres, corpus),
    composer: createDeterministicComposer(),
    findDocuments: dataDir === undefined ? undefined : openDocuments(dataDir, mots, tokenizer, openRetriever),
  };
  const hashes = {
    corpus: corpus.hash,
    parametres: hashFiles(root, '{corpus/{parametres,lexique},bot/{donnees,messages}}/**/*.yaml'),
  };
  return { corpus, parametres, pipeline, hashes };
}

/** Sentences of the bot with the names that the data gives to missions and texts. */
export function createVocabulary(folder: string, parametres: Parametres, corpus: Corpus): Vocabulary {
  const missions = new Map(parametres.missions.missions.map((mission) => [mission.code, mission]));
  return {
    templates: loadMessages(folder),
    nameMission(code, lang) {
      const mission = missions.get(code);
      return (lang === 'fr' ? mission?.nom : mission?.nomAnglais) ?? code;
    },
    nameTexte: (id) => corpus.textes.get(id)?.nom ?? id,
  };
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

/** Rare themes tell more: 0 for one that every passage has, near 1 for one that a single passage has. */
function weighThemes({ passages }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { themes } of passages) for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const most = Math.log(passages.length);
  return new Map([...counts].map(([theme, count]) => [theme, Math.log(passages.length / count) / most]));
}
