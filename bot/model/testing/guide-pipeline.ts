import { join } from 'node:path';
import type { Answer } from '#bot/answer/answer.ts';
import { answerQuestion, type Pipeline } from '#bot/answer/answer-question.ts';
import type { Question } from '#bot/answer/question.ts';
import type { Assembly } from '#bot/assemble.ts';
import { sealRendered } from '#bot/gate.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import type { Incident } from '#bot/tell-error.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import type { ChatModel } from '../chat-model.ts';
import { createGuideOpener } from '../guide/create-guide-opener.ts';
import { loadPrompts } from '../load-prompts.ts';

const prompts = loadPrompts(join(import.meta.dirname, '../prompts'));

/** The real pipeline, guided by a model; incidents are kept, and the time of a question may be cut short. */
export function guidePipeline(
  model: ChatModel,
  { journal = [], deadlineMs = 25_000 }: { readonly journal?: Incident[]; readonly deadlineMs?: number } = {},
): Pipeline {
  const { pipeline, parametres } = loadTestAssembly();
  const openGuide = createGuideOpener({
    limitFor: () => model,
    prompts,
    missions: parametres.missions.missions.map(({ code }) => code),
    startDeadline: () => AbortSignal.timeout(deadlineMs),
    journal: (incident) => void journal.push(incident),
  });
  return { ...pipeline, openGuide };
}

/** Everything of a bot that a model guides. */
export function guideAssembly(model: ChatModel): Assembly {
  const guidance = { model: model.name, prompts: prompts.hash };
  return { ...loadTestAssembly(), pipeline: guidePipeline(model), guidance };
}

/** An answer and what a reader sees of it, no-break spaces and apostrophes made plain. */
export async function askGuided(
  question: string | Omit<Question, 'today'>,
  pipeline: Pipeline,
): Promise<{ readonly answer: Answer; readonly text: string }> {
  const { corpus } = loadTestAssembly();
  const asked = typeof question === 'string' ? { text: question } : question;
  const answer = await answerQuestion({ ...asked, today: TODAY }, pipeline);
  const rendered = sealRendered(renderAnswer(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources }));
  return { answer, text: rendered.text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'") };
}
