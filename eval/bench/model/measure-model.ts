import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { assemble, findAdapters } from '#bot/assemble.ts';
import { Env } from '#bot/env.ts';
import { sealRendered } from '#bot/gate.ts';
import { replyHonestly } from '#bot/model/testing/endpoint-script.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { loadEvalQuestions } from '#bot/testing/load-eval-questions.ts';
import { startScriptedEndpoint } from '#bot/testing/scripted-endpoint/start-scripted-endpoint.ts';
import { atMost, type Figure, findQuantile, withoutLimit } from '../figures.ts';
import { measureGuards } from './measure-guards.ts';

/** Questions answered before the measure, and measured. */
const ROUNDS = { warm: 50, measured: 300 };

/** What a language model adds: the time of blanks and of grounding, and a whole question when the model answers at once. */
export async function measureModel(): Promise<readonly Figure[]> {
  return [...(await measureGuards()), ...(await measureQuestions())];
}

/** Whole questions, with LangChain and a socket on the loopback, to an endpoint that answers at once. */
async function measureQuestions(): Promise<readonly Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-bench-modele-'));
  const endpoint = await startScriptedEndpoint({ script: replyHonestly });
  try {
    const settings = { OPENAI_API_KEY: endpoint.key, OPENAI_BASE_URL: endpoint.url, OPENAI_MODEL: endpoint.model };
    const env = Env.parse({ DATA_DIR: dataDir, MODEL_TOKENS_PER_DAY: '1000000000', ...settings });
    const { model } = await findAdapters(env, ({ code }) => process.stderr.write(`${code}\n`));
    const { pipeline, corpus } = assemble(undefined, { model });
    const questions = loadEvalQuestions().filter(({ avant }) => avant.length === 0);
    const times: number[] = [];
    let composed = 0;
    for (let round = -ROUNDS.warm; round < ROUNDS.measured; round += 1) {
      const question = questions[(round + ROUNDS.warm) % questions.length];
      if (!question) break;
      const started = performance.now();
      const answer = await answerQuestion({ text: question.texte, today: question.jour }, pipeline);
      sealRendered(renderAnswer(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources }));
      if (round < 0 || answer.records === undefined) continue;
      times.push(performance.now() - started);
      composed += Number(answer.composer === 'model');
    }
    return [
      atMost(40, 'modele-question-p50', findQuantile(times, 0.5), 'ms'),
      withoutLimit('modele-question-p99', findQuantile(times, 0.99), 'ms'),
      withoutLimit('modele-composees', (100 * composed) / times.length, '%'),
      withoutLimit('modele-questions', times.length, 'questions'),
    ];
  } finally {
    await endpoint.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
