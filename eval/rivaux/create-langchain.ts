import { ChatPromptTemplate } from '@langchain/core/prompts';
import type { ModelSettings } from '#bot/model/find-model-settings.ts';
import { EVERY_ABILITY } from '#bot/model/langchain/abilities.ts';
import { createClient } from '#bot/model/langchain/create-client.ts';
import { openOpenaiEmbedder } from '#bot/model/langchain/openai-embedder.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { createExactIndex } from '#corpus/retrieval/exact-index.ts';
import { type Rival, toSearched } from './rival.ts';

/** Passages put before the model, and the longest wait for an answer. */
const SHOWN = 4;
const ANSWER_MS = 30_000;

const PROMPT = ChatPromptTemplate.fromMessages([
  ['system', 'Réponds à la question avec ces seuls extraits ; si tu ne sais pas, dis-le.\n\n{extraits}'],
  ['human', '{question}'],
]);

/** The recipe of the guides of LangChain: vectors of a model, the nearest passages in the prompt, an answer in plain words. */
export async function createLangchain(
  passages: readonly CorpusPassage[],
  settings: ModelSettings & { readonly embeddingModel: string },
): Promise<Rival> {
  const embedder = await openOpenaiEmbedder(settings, settings.embeddingModel, startDelay());
  const vectors = await embedder.embed(passages.map(toSearched), AbortSignal.timeout(ANSWER_MS * 10));
  const index = createExactIndex(vectors[0]?.length ?? 1);
  for (const [at, passage] of passages.entries())
    index.add(passage.id, vectors[at] ?? new Float32Array(index.dimension));
  const known = new Map(passages.map((passage) => [passage.id, passage]));
  const chain = PROMPT.pipe(createClient(settings, EVERY_ABILITY));
  return {
    nom: 'recette LangChain',
    async ask(question) {
      const [vector] = await embedder.embed([question], startDelay());
      const found = index
        .search(vector ?? new Float32Array(index.dimension), SHOWN)
        .flatMap(({ id }) => known.get(id) ?? []);
      const extraits = found.map(({ corps }) => corps).join('\n\n');
      const { text } = await chain.invoke({ extraits, question }, { signal: startDelay() });
      return { refs: found[0]?.refs ?? [], text };
    },
  };
}

function startDelay(): AbortSignal {
  return AbortSignal.timeout(ANSWER_MS);
}
