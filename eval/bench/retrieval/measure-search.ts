import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorpusLine, measureRetrieval, QuestionLine } from '#bot/commands/retrieval/measure-retrieval.ts';
import { readJsonLines } from '#bot/commands/retrieval/read-jsonl.ts';
import { createRetrieverOpener, type OpenRetriever } from '#bot/open-retriever.ts';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { loadWordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import { createWordVectorEmbedder } from '#corpus/retrieval/word-vector-embedder.ts';
import { findShared } from '#corpus/testing/find-shared.ts';
import { atLeast, atMost, type Figure, findQuantile } from '../figures.ts';
import { type MadeCorpus, makeCorpus } from './make-corpus.ts';
import { measureGraph } from './measure-graph.ts';

/** Sizes measured: a site, and a large library. */
const [SMALL, LARGE] = [500, 20_000];
const QUESTIONS = 300;
/** Questions asked first, which are not counted: a bot at work has long left them behind. */
const WARM_UP = 50;

/** Speed and memory of the bot's search on made corpora, the graph index beside the exact one, and quality when there is what to judge it. */
export async function measureSearch(print: (figure: Figure) => void): Promise<void> {
  const lexique = loadLexique();
  const tokenizer = createTokenizer(lexique.motsVides);
  const vectors = loadWordVectors();
  const open = createRetrieverOpener({ lexique, tokenizer, vectors });
  const small = makeCorpus(vectors.words, SMALL, QUESTIONS);
  for (const figure of measureTimes(small, open, [3, 8])) print(figure);
  const large = makeCorpus(vectors.words, LARGE, QUESTIONS);
  for (const figure of measureTimes(large, open, [20, 20])) print(figure);
  const embedder = createWordVectorEmbedder(vectors, lexique, tokenizer);
  for (const figure of await measureGraph(large, tokenizer, embedder)) print(figure);
  for (const figure of measureQuality(open)) print(figure);
}

function* measureTimes(
  { documents, questions }: MadeCorpus,
  open: OpenRetriever,
  [p50, p99]: readonly [number, number],
): Generator<Figure> {
  const size = documents.length;
  const folder = mkdtempSync(join(tmpdir(), 'bench-recherche-'));
  try {
    const build = time(() => open(documents, folder));
    yield atMost(20, `build-and-save-${size}`, build.ms / 1000, 's');
    const times: number[] = [];
    for (const [n, question] of questions.entries()) {
      const { ms } = time(() => build.value.search(question, { k: 10 }));
      if (n >= WARM_UP) times.push(ms);
    }
    yield atMost(p50, `query-p50-${size}`, findQuantile(times, 0.5), 'ms');
    yield atMost(p99, `query-p99-${size}`, findQuantile(times, 0.99), 'ms');
    yield atMost(400, `resident-memory-${size}`, process.memoryUsage().rss / 1e6, 'MB');
    yield atMost(500, `load-${size}`, time(() => open(documents, folder)).ms, 'ms');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function time<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = run();
  return { value, ms: performance.now() - started };
}

/** Quality on the pages and questions of the reference folder, when `CPTS_SHARED` names it. */
function measureQuality(open: OpenRetriever): readonly Figure[] {
  const paths = ['corpus', 'questions.dev'].map((name) => findShared(`bench/cnil/${name}.jsonl`));
  const [corpusPath, questionsPath] = paths;
  if (corpusPath === undefined || questionsPath === undefined || !existsSync(corpusPath)) return [];
  const corpus = readJsonLines(corpusPath, CorpusLine, readFileSync);
  const questions = readJsonLines(questionsPath, QuestionLine, readFileSync);
  if (corpus.kind === 'problem' || questions.kind === 'problem') return [];
  const measure = measureRetrieval(corpus.lines, questions.lines, open);
  return [
    atLeast(0.7, 'pages-recall@1', measure['recall@1'], ''),
    atLeast(0.93, 'pages-recall@10', measure['recall@10'], ''),
    atLeast(0.79, 'pages-mrr@10', measure['mrr@10'], ''),
    atMost(3, 'pages-query-p50', measure.p50ms, 'ms'),
    atMost(8, 'pages-query-p99', measure.p99ms, 'ms'),
  ];
}
