import type { Answer } from '#bot/answer/answer.ts';
import { answerQuestion, type Pipeline } from '#bot/answer/answer-question.ts';
import type { Question } from '#bot/answer/question.ts';
import { findMotifs } from '#bot/operation/find-motifs.ts';
import type { Surface } from '#bot/operation/meters.ts';
import type { SlackContext } from '../slack-context.ts';

/** Where a question comes from, for the log: identifiers alone. */
export type AskedFrom = {
  readonly surface: Surface;
  readonly channel?: string | undefined;
  readonly ts?: string | undefined;
};

/** Where a message comes from. */
export function toAskedFrom({ channel, ts }: { readonly channel: string; readonly ts: string }): AskedFrom {
  return { surface: channel.startsWith('D') ? 'direct' : 'canal', channel, ts };
}

/** Answers a question asked in Slack, counts it and notes it; `pipeline` is another one for an answer made again. */
export async function answerMeasured(
  question: Question,
  from: AskedFrom,
  { assembly, meters, log, team }: Pick<SlackContext, 'assembly' | 'meters' | 'log' | 'team'>,
  pipeline: Pipeline = assembly.pipeline,
): Promise<Answer> {
  const started = performance.now();
  function keep(kind: Answer['kind'] | 'incident', rejections: readonly string[], composer?: string): void {
    const ms = Math.round((performance.now() - started) * 10) / 10;
    meters.question({ surface: from.surface, kind, ms, rejections });
    log.note('REPONSE', { team, ...from, kind, composer, ms });
  }
  try {
    const answer = await answerQuestion(question, pipeline);
    keep(answer.kind, findMotifs(answer.rejections, pipeline), answer.composer);
    return answer;
  } catch (error) {
    keep('incident', []);
    throw error;
  }
}
