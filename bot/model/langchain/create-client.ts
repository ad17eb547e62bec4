import { ChatOpenAI, type ClientOptions } from '@langchain/openai';
import type { ModelSettings } from '../find-model-settings.ts';
import { createModelFetch } from '../wire/create-model-fetch.ts';
import type { Abilities } from './abilities.ts';

/** A draft is a page at most; a model that thinks aloud writes some more. */
const LONGEST_ANSWER_TOKENS = 4096;

/** LangChain guesses from a name what a model can do and which API it has; we find out, so it is given none to guess from. */
const NEUTRAL_NAME = 'modele';

/** The client of an endpoint, with what it was found to take. Nothing is repeated, traced or printed. */
export function createClient(settings: ModelSettings, { temperature, bound }: Abilities): ChatOpenAI {
  const others = bound === 'max_tokens' ? {} : { max_completion_tokens: LONGEST_ANSWER_TOKENS };
  return new ChatOpenAI({
    model: NEUTRAL_NAME,
    modelKwargs: { model: settings.model, ...others },
    ...(bound === 'max_tokens' ? { maxTokens: LONGEST_ANSWER_TOKENS } : {}),
    ...(temperature ? { temperature: 0 } : {}),
    maxRetries: 0,
    apiKey: settings.apiKey,
    configuration: toConfiguration(settings),
  });
}

/**
 * How the library beneath reaches the endpoint: at our address and through our bounds only, and in silence.
 * @param ending ends every call
 */
export function toConfiguration({ baseUrl }: ModelSettings, ending?: AbortSignal): ClientOptions {
  return { baseURL: baseUrl, organization: null, project: null, logLevel: 'off', fetch: createModelFetch(ending) };
}
