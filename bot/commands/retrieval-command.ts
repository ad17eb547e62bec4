import type { z } from 'zod';
import { toMessage } from '#corpus/law/message.ts';
import { seal } from '../gate.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import type { Command, Io } from './command.ts';
import { type Options, openOptions } from './options/open-options.ts';
import { toEcho, toExemple, toValue } from './options/parsed.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { CorpusLine, measureRetrieval, QuestionLine, type RetrievalMeasure } from './retrieval/measure-retrieval.ts';
import { readJsonLines } from './retrieval/read-jsonl.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts retrieval`: how well the bot's search finds the right documents of any corpus. */
export const retrievalCommand: Command = {
  summary: 'mesure la recherche du bot sur un corpus et ses questions',
  usage: `retrieval --corpus CORPUS.jsonl --questions QUESTIONS.jsonl [--json]

Le corpus a un document par ligne : {"id", "titre", "html" ou "texte", "theme" si besoin}.
Les questions : {"question", "attendu"}, où attendu est l’id du document qui répond, ou une liste.`,
  exemple: 'retrieval --corpus corpus.jsonl --questions questions.jsonl',
  run,
};

const SPEC = { corpus: 'text', questions: 'text', json: 'flag' } as const;
const EXEMPLES = { corpus: '--corpus corpus.jsonl', questions: '--questions questions.jsonl' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const corpus = readLines('corpus', CorpusLine, options, io);
  const questions = readLines('questions', QuestionLine, options, io);
  refuseDoubles(corpus, options);
  options.check();
  const { pipeline, openRetriever } = io.assembly();
  const scribe = createScribe('interface', io.today, pipeline.vocabulary);
  tellUnknown(corpus, questions, scribe, io);
  const measure = measureRetrieval(corpus, questions, openRetriever);
  const result = roundAll({ ...measure, rssMb: process.memoryUsage().rss / 1e6 });
  io.out(options.has('json') ? toJsonText(result) : renderText(measure, result, scribe));
  return 0;
}

function readLines<T>(name: keyof typeof EXEMPLES, schema: z.ZodType<T>, options: Options, io: Io): readonly T[] {
  const path = options.take(name, toValue);
  if (path === undefined) {
    const message = toMessage('cli-option-obligatoire', { exemple: toExemple(EXEMPLES[name]) });
    options.report({ champ: `--${name}`, message });
    return [];
  }
  const read = readJsonLines(path, schema, io.readBytes);
  if (read.kind === 'lines') return read.lines;
  options.report({ champ: `--${name}`, message: read.message });
  return [];
}

function refuseDoubles(corpus: readonly CorpusLine[], options: Options): void {
  const ids = new Set<string>();
  for (const { id } of corpus) {
    if (ids.has(id)) {
      options.report({ champ: '--corpus', message: toMessage('retrieval-id-double', { id: toEcho(id) }) });
      return;
    }
    ids.add(id);
  }
}

/** A question that waits for a document of another corpus counts as missed, and is said. */
function tellUnknown(corpus: readonly CorpusLine[], questions: readonly QuestionLine[], scribe: Scribe, io: Io): void {
  const ids = new Set(corpus.map(({ id }) => id));
  const unknown = questions.filter(({ attendu }) => !attendu.some((id) => ids.has(id)));
  const [first] = unknown;
  if (first === undefined) return;
  const args = { nombre: { kind: 'nombre', valeur: unknown.length }, id: toEcho(first.attendu[0] ?? '') } as const;
  io.err(`${seal(scribe.phrase('retrieval-attendu-inconnu', args))}\n`);
}

/** Shares to four decimals, times and memory to hundredths. */
function roundAll(measure: RetrievalMeasure & { readonly rssMb: number }): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(measure).map(([key, value]) => [key, Number(value.toFixed(key.includes('@') ? 4 : 2))]),
  );
}

function renderText(
  { questions, passages }: RetrievalMeasure,
  result: Readonly<Record<string, number>>,
  scribe: Scribe,
): string {
  const counts = {
    questions: { kind: 'nombre', valeur: questions },
    passages: { kind: 'nombre', valeur: passages },
  } as const;
  const lines = [seal(scribe.phrase('retrieval-compte', counts))];
  for (const [key, value] of Object.entries(result)) {
    if (key in counts) continue;
    lines.push(seal(scribe.phrase('retrieval-mesure', { nom: toExemple(key), valeur: toExemple(String(value)) })));
  }
  return `${lines.join('\n')}\n`;
}
