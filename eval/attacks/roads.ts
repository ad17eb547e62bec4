import { join } from 'node:path';
import type { Answer } from '#bot/answer/answer.ts';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { DraftContext, Guide } from '#bot/answer/guide.ts';
import type { Assembly } from '#bot/assemble.ts';
import type { ChatModel } from '#bot/model/chat-model.ts';
import { createGuideOpener } from '#bot/model/guide/create-guide-opener.ts';
import { createLangchainModel } from '#bot/model/langchain/create-langchain-model.ts';
import { loadPrompts } from '#bot/model/load-prompts.ts';
import { TODAY } from '#bot/testing/load-test-assembly.ts';
import type { ChatExchange } from '#bot/testing/scripted-endpoint/exchange.ts';
import type { Reply } from '#bot/testing/scripted-endpoint/reply.ts';
import { startScriptedEndpoint } from '#bot/testing/scripted-endpoint/start-scripted-endpoint.ts';
import type { Offered } from './places.ts';

/** Where what is said to a model is written. */
export const PROMPTS = join(import.meta.dirname, '../../bot/model/prompts');

/** Longest work of a model on one question; a bit less than in production, so that faults are soon over. */
const MODEL_MS = 3_000;

/** What a road says when the model is asked for a draft, from what it was told; and its calls of tools. */
export type Output = {
  readonly write: (offered: readonly Offered<string>[]) => Reply;
  readonly calls?: readonly { readonly name: string; readonly args: unknown }[];
};

/** A way for an output of a model to reach the answer of a question. */
export type Road = {
  readonly ask: (question: string, output: Output) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

/** The whole road: a strict endpoint on the loopback, LangChain, the guide, the pipeline. */
export async function openEndpointRoad(assembly: Assembly): Promise<Road> {
  let current: Output | undefined;
  const endpoint = await startScriptedEndpoint({
    script: (exchange) => (exchange.kind === 'chat' && current ? reply(exchange, current) : undefined),
  });
  const { url: baseUrl, key: apiKey, model } = endpoint;
  const pipeline = {
    ...assembly.pipeline,
    openGuide: openGuides(assembly, createLangchainModel({ baseUrl, apiKey, model })),
  };
  return {
    async ask(text, output) {
      current = output;
      return answerQuestion({ text, today: TODAY }, pipeline);
    },
    async stop() {
      await endpoint.stop();
      if (endpoint.unexpected.length > 0) throw new Error(`sans scénario : ${endpoint.unexpected.join(' ; ')}`);
    },
  };
}

function reply({ tools, messages }: ChatExchange, { write, calls }: Output): Reply {
  if (tools.length > 0) return calls ? { kind: 'calls', calls } : { kind: 'text', text: '' };
  const told = messages.map(({ content }) => (typeof content === 'string' ? content : ''));
  return write(listOffered(told.join('\n')));
}

/** What a model reads of the énoncés on offer. */
function listOffered(told: string): readonly Offered<string>[] {
  return [...told.matchAll(/<(\p{L}+) repere="(\p{L}+)"(?: statut="([^"]*)")?/gu)].map(
    ([, kind, handle = '', statut = null]) => ({ kind: kind as 'enonce' | 'citation', statut, value: handle }),
  );
}

/** Guides of a model, as the assembly makes them. */
export function openGuides({ parametres }: Assembly, model: ChatModel): ReturnType<typeof createGuideOpener> {
  return createGuideOpener({
    limitFor: () => model,
    prompts: loadPrompts(PROMPTS),
    missions: parametres.missions.missions.map(({ code }) => code),
    startDeadline: () => AbortSignal.timeout(MODEL_MS),
    journal: () => undefined,
  });
}

/** What a guide is given for a question: the énoncés on offer. */
export async function openDraftContext(text: string, { pipeline }: Assembly): Promise<DraftContext> {
  const seen: DraftContext[] = [];
  const guide: Guide = {
    chooseTools: () => Promise.resolve(),
    compose(context) {
      seen.push(context);
      return Promise.resolve({ kind: 'rejected', reasons: [] });
    },
  };
  await answerQuestion({ text, today: TODAY }, { ...pipeline, openGuide: () => guide });
  const [context] = seen;
  if (!context) throw new Error(`aucun énoncé proposé pour « ${text} »`);
  return context;
}
