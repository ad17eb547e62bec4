import { z } from 'zod';
import { readHtml } from '#corpus/retrieval/read-html.ts';
import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';
import { type Ranking, type RankScores, scoreRanks } from './score-ranks.ts';

const Id = z.union([z.string().min(1), z.number()]).transform(String);

/** A line of a corpus to search: a text or a page. Other keys are left aside, since the files come from elsewhere. */
export const CorpusLine = z
  .object({
    id: Id,
    titre: z.string().default(''),
    html: z.string().optional(),
    texte: z.string().optional(),
  })
  .refine(({ html, texte }) => html !== undefined || texte !== undefined, { path: ['texte'] });
export type CorpusLine = z.infer<typeof CorpusLine>;

/** A line of questions: the id of the document that answers, or several of which any is right. */
export const QuestionLine = z.object({
  question: z.string().min(1),
  attendu: z.union([Id.transform((id) => [id]), z.array(Id).min(1)]),
});
export type QuestionLine = z.infer<typeof QuestionLine>;

/** What a run over a corpus measured; times in milliseconds and seconds, memory in megabytes. */
export type RetrievalMeasure = RankScores & {
  readonly questions: number;
  readonly passages: number;
  readonly p50ms: number;
  readonly p99ms: number;
  readonly indexSeconds: number;
};

/** Hits that are looked at. */
const DEPTH = 10;

/** Turns a line into what the retriever indexes; its theme is left aside, as for the bot's own passages. */
function toDocument({ id, titre, html, texte }: CorpusLine): RetrievalDocument {
  const page = html === undefined ? { texte: texte ?? '', intertitres: [] } : readHtml(html);
  return { id, titre, corps: page.texte, intertitres: page.intertitres };
}

/**
 * Indexes a corpus and asks it every question, as the bot would.
 * Questions are asked twice and timed the second time: a bot at work has long left its first question behind.
 */
export function measureRetrieval(
  lines: readonly CorpusLine[],
  questions: readonly QuestionLine[],
  openRetriever: (documents: readonly RetrievalDocument[]) => Retriever,
): RetrievalMeasure {
  const started = performance.now();
  const retriever = openRetriever(lines.map(toDocument));
  const indexSeconds = (performance.now() - started) / 1000;
  const rankings = questions.map(({ question, attendu }): Ranking => {
    const found = retriever.search(question, { k: DEPTH }).map(({ id }) => id);
    return { found, attendus: new Set(attendu) };
  });
  const times = questions
    .map(({ question }) => {
      const from = performance.now();
      retriever.search(question, { k: DEPTH });
      return performance.now() - from;
    })
    .sort((a, b) => a - b);
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    questions: questions.length,
    passages: lines.length,
    ...scoreRanks(rankings),
    p50ms: quantile(0.5),
    p99ms: quantile(0.99),
    indexSeconds,
  };
}
