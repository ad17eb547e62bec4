import { createHash } from 'node:crypto';
import { OpenAIEmbeddings } from '@langchain/openai';
import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import type { ModelSettings } from '../find-model-settings.ts';
import { ModelError } from '../model-error.ts';
import { repeatCall } from '../resilience/repeat-call.ts';
import { toConfiguration } from './create-client.ts';
import { findModelError } from './find-model-error.ts';

/** Texts sent at once: their vectors, written in digits, stay within the bound of a body. */
const MOST_TEXTS = 16;

/** Longest text sent, in characters: models of vectors read a few thousand tokens. */
const LONGEST_TEXT = 8000;

/**
 * Opens a model of vectors; a first text tells its dimension, which is part of the name of its vectors.
 * @param model name of the model of vectors, at the address of the settings
 * @throws {BotError} ERR_MODELE_… when the endpoint does not answer as it should
 */
export async function openOpenaiEmbedder(
  settings: ModelSettings,
  model: string,
  signal: AbortSignal,
): Promise<TextEmbedder> {
  const surroundings = { now: () => performance.now(), random: Math.random };

  async function embedBatch(texts: readonly string[], outer: AbortSignal): Promise<readonly Float32Array[]> {
    return repeatCall(
      outer,
      async ({ signal: inner }) => {
        try {
          const vectors = await createClient(settings, model, inner).embedDocuments(texts.map(toSent));
          return vectors.map(toUnit);
        } catch (error) {
          throw findModelError(error, inner);
        }
      },
      surroundings,
    );
  }

  const [first] = await embedBatch(['dimension'], signal);
  const dimension = first?.length ?? 0;
  const host = createHash('sha256').update(new URL(settings.baseUrl).host).digest('hex').slice(0, 12);
  return {
    id: `${model}@${host}/${dimension}`,
    async embed(texts, given) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += MOST_TEXTS)
        vectors.push(...(await embedBatch(texts.slice(start, start + MOST_TEXTS), given)));
      if (vectors.some((vector) => vector.length !== dimension))
        throw new ModelError('REPONSE', { detail: 'des vecteurs d’une autre dimension' });
      return vectors;
    },
  };
}

/** LangChain takes no signal here: the door to the endpoint does. */
function createClient(settings: ModelSettings, model: string, signal: AbortSignal): OpenAIEmbeddings {
  return new OpenAIEmbeddings({
    model,
    apiKey: settings.apiKey,
    batchSize: MOST_TEXTS,
    maxRetries: 0,
    stripNewLines: false,
    encodingFormat: 'float',
    configuration: toConfiguration(settings, signal),
  });
}

/** An empty text is refused by endpoints, and has no meaning to lose. */
function toSent(text: string): string {
  return text.slice(0, LONGEST_TEXT) || ' ';
}

function toUnit(vector: readonly number[]): Float32Array {
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm) || norm === 0) throw new ModelError('REPONSE', { detail: 'un vecteur sans direction' });
  return Float32Array.from(vector, (value) => value / norm);
}
