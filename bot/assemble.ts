import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles } from '#corpus/hash-files.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type Corpus, loadCorpus } from '#corpus/load-corpus.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { type Hnswlib, loadHnswlib } from '#corpus/retrieval/hnsw-index.ts';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { loadWordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import type { Pipeline } from './answer/answer-question.ts';
import { createDeterministicComposer } from './answer/compose-deterministic.ts';
import { describePassage } from './answer/describe-passage.ts';
import { Concepts } from './answer/situate/donnees.ts';
import { Abstention } from './answer/weigh-answer.ts';
import { createBibliotheque } from './create-bibliotheque.ts';
import { createVocabulary, listTexts } from './create-vocabulary.ts';
import { openDocuments } from './documents/open-documents.ts';
import type { Env } from './env.ts';
import { listMontantsDePassages } from './list-montants-de-passages.ts';
import { loadComprehension } from './load-comprehension.ts';
import { createLiaisonsOpener } from './load-liaisons.ts';
import { findModel, type Guidance, type ModelAdapter, openGuides } from './open-guides.ts';
import { createLazyRemoteSearch, findRemote, type RemoteAdapter } from './open-remote-search.ts';
import { createRetrieverOpener, type OpenRetriever } from './open-retriever.ts';
import type { Store } from './store/store.ts';
import type { Incident } from './tell-error.ts';

/** Everything built once for a running bot. */
export type Assembly = {
  readonly corpus: Corpus;
  readonly parametres: Parametres;
  readonly pipeline: Pipeline;
  /** Builds the search of the bot over other documents: same vocabulary, same vectors, same settings. */
  readonly openRetriever: OpenRetriever;
  /** Brings the vectors of a model elsewhere into the search, when one is set. */
  readonly prepareRemote: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** How many documents a workspace has imported. */
  readonly countDocuments: (espace: string) => number;
  /** sha256 of what decides an answer besides the question: passages and texts, then parameters and sentences. */
  readonly hashes: { readonly corpus: string; readonly parametres: string };
  /** The language model, when there is one. */
  readonly guidance: Guidance | undefined;
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The adapters that the settings ask for; the exact index when the native module is not installed.
 * @param journal where the failures of a model are told
 */
export async function findAdapters(env: Env, journal: (incident: Incident) => void): Promise<Adapters> {
  const openStore = createStoreOpener(env);
  const graph = env.CPTS_INDEX === 'hnsw' ? await loadHnswlib() : undefined;
  return {
    dataDir: env.DATA_DIR,
    indexFolder: findIndexFolder(env.DATA_DIR),
    hnswlib: graph?.kind === 'present' ? graph.hnswlib : undefined,
    remote: findRemote(env, journal),
    model: findModel(env, { openStore, journal }),
    openStore,
  };
}

/**
 * Opens the store of a data folder when it first serves, loaded no sooner, and once for the process: SQLite works in our
 * own thread, where the second of two connections would wait for the first without letting it end.
 */
function createStoreOpener(env: Env): () => Promise<Store> {
  let opened: Promise<Store> | undefined;
  async function open(): Promise<Store> {
    try {
      const adapter = await import('./store/open-sqlite-store.ts');
      return await adapter.openStore(env.DATA_DIR, { answersDays: env.ANSWERS_DAYS });
    } catch (error) {
      // A folder that is mended meanwhile can be opened the next time.
      opened = undefined;
      throw error;
    }
  }
  return () => {
    opened ??= open();
    return opened;
  };
}

/** Adapters that the settings choose. */
export type AssembleOptions = {
  readonly dataDir?: string | undefined;
  readonly indexFolder?: string | undefined;
  readonly hnswlib?: Hnswlib | undefined;
  readonly remote?: RemoteAdapter | undefined;
  readonly model?: ModelAdapter | undefined;
};

/** The adapters, and what opens the store: the same one for all. */
export type Adapters = AssembleOptions & { readonly openStore: () => Promise<Store> };

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
 * @param options.remote      the model of vectors, when one was asked for; the vectors of the corpus alone otherwise
 * @param options.model       the language model, when one was asked for; grammar and rules answer alone otherwise
 * @throws {BotError} when a data file is broken: file, place, remedy
 */
export function assemble(
  root: string = ROOT,
  { dataDir, indexFolder, hnswlib, remote, model }: AssembleOptions = {},
): Assembly {
  const corpusRoot = join(root, 'corpus');
  const concepts = readYaml(join(corpusRoot, 'lexique', 'concepts.yaml'), Concepts);
  const parametres = loadParametres(corpusRoot);
  const corpus = loadCorpus(corpusRoot, new Set(Object.keys(concepts.concepts)));
  const lexique = loadLexique(join(corpusRoot, 'lexique'));
  const tokenizer = createTokenizer(lexique.motsVides);
  const donnees = join(root, 'bot', 'donnees');
  const vectors = loadWordVectors();
  const openRetriever = createRetrieverOpener({ lexique, tokenizer, vectors, hnswlib });
  const documents = corpus.passages.map(({ id, titre, corps, motsCles }) => ({ id, titre, corps, motsCles }));
  const retriever = openRetriever(documents, indexFolder);
  const distant = remote && createLazyRemoteSearch(remote, retriever, documents, dataDir && join(dataDir, 'index'));
  const vocabulary = createVocabulary(join(root, 'bot', 'messages'), parametres, corpus);
  const learned = { words: vectors.words, listTexts: () => listTexts(corpus, vocabulary) };
  const abstention = readYaml(join(donnees, 'abstention.yaml'), Abstention);
  // Read before the first question, so that nobody waits for it.
  for (const passage of corpus.passages) describePassage(passage);
  const guided = model && openGuides(join(root, 'bot', 'model', 'prompts'), model, parametres);
  const pipeline: Pipeline = {
    comprehension: loadComprehension(donnees, { concepts, parametres, corpus, lexique, tokenizer, vectors }),
    bibliotheque: createBibliotheque(corpus, {
      retriever,
      embedQuestion: distant?.embedQuestion,
      concepts,
      lexique,
      tokenizer,
      abstention,
    }),
    savoir: {
      parametres,
      textes: [...corpus.textes.values()],
      listMontantsDePassages: (asOf) => listMontantsDePassages(corpus.passages, asOf),
    },
    vocabulary,
    composer: createDeterministicComposer(),
    openLiaisons: createLiaisonsOpener(join(donnees, 'liaisons'), learned),
    openGuide: guided?.openGuide,
    findDocuments:
      dataDir === undefined
        ? undefined
        : openDocuments(dataDir, join(donnees, 'citations.yaml'), tokenizer, openRetriever),
  };
  return {
    corpus,
    parametres,
    pipeline,
    openRetriever,
    prepareRemote: distant?.prepare,
    countDocuments: (espace) => (dataDir === undefined ? 0 : openDocumentStore(dataDir, espace).list().length),
    hashes: hashDonnees(root, corpus),
    guidance: guided?.guidance,
  };
}

/** What decides an answer: the corpus, then the parameters, the words and the sentences. */
function hashDonnees(root: string, corpus: Corpus): Assembly['hashes'] {
  const donnees = '{corpus/{parametres,lexique},bot/{donnees,messages}}/**/*.yaml';
  return { corpus: corpus.hash, parametres: hashFiles(root, donnees) };
}
