import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles } from '#corpus/hash-files.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type Corpus, loadCorpus } from '#corpus/load-corpus.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { type Hnswlib, loadHnswlib } from '#corpus/retrieval/hnsw-index.ts';
import type { Lexique } from '#corpus/retrieval/lexique.ts';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { loadWordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import { createTokenizer, type Tokenizer } from '#corpus/retrieval/tokenize.ts';
import type { Pipeline } from './answer/answer-question.ts';
import { createDeterministicComposer } from './answer/compose-deterministic.ts';
import { createSimilarity } from './answer/create-similarity.ts';
import { describePassage } from './answer/describe-passage.ts';
import { createDivergenceFinder } from './answer/find-divergence.ts';
import { createNameFinder } from './answer/find-named.ts';
import { createFitMeasure } from './answer/measure-fit.ts';
import type { Vocabulary } from './answer/render-message.ts';
import type { Bibliotheque } from './answer/retrieve-passages.ts';
import { addCourantes, createConceptDetector } from './answer/situate/detect-concepts.ts';
import { createLangDetector } from './answer/situate/detect-lang.ts';
import { Concepts, Intentions, Refus, Roles } from './answer/situate/donnees.ts';
import { createRefusFinder } from './answer/situate/find-refus.ts';
import type { Comprehension } from './answer/situate/situate.ts';
import { Abstention } from './answer/weigh-answer.ts';
import { openDocuments } from './documents/open-documents.ts';
import type { Env } from './env.ts';
import { listMontantsDePassages } from './list-montants-de-passages.ts';
import { createLiaisonsOpener } from './load-liaisons.ts';
import { loadMessages } from './load-messages.ts';
import type { ChatModel } from './model/chat-model.ts';
import { createLazyModel } from './model/create-lazy-model.ts';
import { findModelSettings } from './model/find-model-settings.ts';
import { createGuideOpener } from './model/guide/create-guide-opener.ts';
import { loadPrompts } from './model/load-prompts.ts';
import { openChatModel } from './model/open-chat-model.ts';
import { createRetrieverOpener, type OpenRetriever } from './open-retriever.ts';
import type { Store } from './store/store.ts';
import type { Incident } from './tell-error.ts';

/** What guides an answer besides the data: name of the language model, and sha256 of what it is told. */
export type Guidance = { readonly model: string; readonly prompts: string };

/** Everything built once for a running bot. */
export type Assembly = {
  readonly corpus: Corpus;
  readonly parametres: Parametres;
  readonly pipeline: Pipeline;
  /** Builds the search of the bot over other documents: same vocabulary, same vectors, same settings. */
  readonly openRetriever: OpenRetriever;
  /** sha256 of what decides an answer besides the question: passages and texts, then parameters and sentences. */
  readonly hashes: { readonly corpus: string; readonly parametres: string };
  /** The language model, when there is one. */
  readonly guidance: Guidance | undefined;
};

/** What a library is built from besides the corpus. */
type BibliothequeParts = Pick<Bibliotheque, 'retriever' | 'abstention'> & {
  readonly concepts: Concepts;
  readonly lexique: Lexique;
  readonly tokenizer: Tokenizer;
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The adapters that the settings ask for; the exact index when the native module is not installed.
 * @param journal where the failures of a model are told
 */
export async function findAdapters(env: Env, journal: (incident: Incident) => void): Promise<AssembleOptions> {
  const graph = env.CPTS_INDEX === 'hnsw' ? await loadHnswlib() : undefined;
  return {
    dataDir: env.DATA_DIR,
    indexFolder: findIndexFolder(env.DATA_DIR),
    hnswlib: graph?.kind === 'present' ? graph.hnswlib : undefined,
    model: findModel(env, journal),
  };
}

/** The language model, when one is set; LangChain and the count of its tokens are opened by the first question. */
function findModel(env: Env, journal: (incident: Incident) => void): ModelAdapter | undefined {
  const settings = findModelSettings(env);
  if (!settings) return undefined;
  const open = () => openChatModel(env, { openStore: () => openStore(env.DATA_DIR), journal });
  return { name: settings.model, ...createLazyModel(settings.model, open), journal };
}

/** The store of a connected bot, loaded only when there is one. */
export async function openStore(dataDir: string): Promise<Store> {
  const adapter = await import('./store/open-sqlite-store.ts');
  return adapter.openStore(dataDir);
}

/** A language model as the bot may use it: within the limits of a workspace and a day. */
export type ModelAdapter = {
  /** For receipts. */
  readonly name: string;
  readonly limitFor: (espace: string, day: CalendarDate) => ChatModel;
  /** Loads what the first question would wait for. */
  readonly prepare?: () => Promise<void>;
  readonly journal: (incident: Incident) => void;
};

/** Adapters that the settings choose. */
export type AssembleOptions = {
  readonly dataDir?: string | undefined;
  readonly indexFolder?: string | undefined;
  readonly hnswlib?: Hnswlib | undefined;
  readonly model?: ModelAdapter | undefined;
};

/** Longest work of a model on one question, repetitions included; an answer comes within thirty seconds. */
const MODEL_MS = 25_000;

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
 * @param options.model       the language model, when one was asked for; grammar and rules answer alone otherwise
 * @throws {BotError} when a data file is broken: file, place, remedy
 */
export function assemble(root: string = ROOT, { dataDir, indexFolder, hnswlib, model }: AssembleOptions = {}): Assembly {
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
    isSmallWord: (word: string) => tokenizer.tokenize(word).every(({ empty }) => empty),
    detectLang: createLangDetector(lexique.motsVides, lexique.synonymes, listWords(corpus, tokenizer, false)),
    findRefus: createRefusFinder(refus),
    numeros: refus.numeros,
    ...createDetectors(concepts, lexique, words, roles, tokenizer),
  };
  const openRetriever = createRetrieverOpener({ lexique, tokenizer, vectors, hnswlib });
  const retriever = openRetriever(
    corpus.passages.map(({ id, titre, corps, motsCles }) => ({ id, titre, corps, motsCles })),
    indexFolder,
  );
  const vocabulary = createVocabulary(join(root, 'bot', 'messages'), parametres, corpus);
  const learned = { words: vectors.words, listTexts: () => listTexts(corpus, vocabulary) };
  const abstention = readYaml(join(donnees, 'abstention.yaml'), Abstention);
  // Read before the first question, so that nobody waits for it.
  for (const passage of corpus.passages) describePassage(passage);
  const guided = model && openGuides(join(root, 'bot', 'model', 'prompts'), model, parametres);
  const pipeline: Pipeline = {
    comprehension,
    bibliotheque: createBibliotheque(corpus, { retriever, concepts, lexique, tokenizer, abstention }),
    savoir: {
      parametres,
      textes: [...corpus.textes.values()],
      listMontantsDePassages: (asOf) => listMontantsDePassages(corpus.passages, asOf),
    },
    vocabulary,
    composer: createDeterministicComposer(),
    openLiaisons: createLiaisonsOpener(join(donnees, 'liaisons'), learned),
    openGuide: guided?.openGuide,
    findDocuments: dataDir === undefined ? undefined : openDocuments(dataDir, mots, tokenizer, openRetriever),
  };
  return {
    corpus,
    parametres,
    pipeline,
    openRetriever,
    hashes: hashDonnees(root, corpus),
    guidance: guided?.guidance,
  };
}

/** What decides an answer: the corpus, then the parameters, the words and the sentences. */
function hashDonnees(root: string, corpus: Corpus): Assembly['hashes'] {
  const donnees = '{corpus/{parametres,lexique},bot/{donnees,messages}}/**/*.yaml';
  return { corpus: corpus.hash, parametres: hashFiles(root, donnees) };
}

/** What opens the help of a model for each question, and what tells it in a receipt. */
function openGuides(folder: string, { name, limitFor, journal }: ModelAdapter, parametres: Parametres) {
  const prompts = loadPrompts(folder);
  const missions = parametres.missions.missions.map(({ code }) => code);
  const startDeadline = () => AbortSignal.timeout(MODEL_MS);
  const openGuide = createGuideOpener({ limitFor, prompts, missions, startDeadline, journal });
  return { openGuide, guidance: { model: name, prompts: prompts.hash } };
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

/** Texts of ours, whose words may stand between two énoncés. */
function listTexts({ passages }: Corpus, { templates }: Vocabulary): readonly string[] {
  const ours = passages.map(({ titre, corps }) => `${titre} ${corps}`);
  return [...ours, ...templates.fr.values(), ...templates.en.values()];
}

/** What answers look passages up with. */
function createBibliotheque(
  corpus: Corpus,
  { retriever, concepts, lexique, tokenizer, abstention }: BibliothequeParts,
): Bibliotheque {
  return {
    retriever,
    passages: corpus.passagesById,
    themeWeights: weighThemes(corpus),
    measureFit: createFitMeasure({ ...corpus, ...abstention, concepts, lexique, tokenizer }),
    abstention,
    findNamed: createNameFinder(corpus.passages),
    findDivergence: createDivergenceFinder(tokenizer),
    isSimilar: createSimilarity(tokenizer),
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

/** Rare themes tell more: 0 for one that every passage has, near 1 for one that a single passage has. */
function weighThemes({ passages }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { themes } of passages) for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const most = Math.log(passages.length);
  return new Map([...counts].map(([theme, count]) => [theme, Math.log(passages.length / count) / most]));
}
