import type { Env } from '../env.ts';

/** Where a model is, and how it is reached. */
export type ModelSettings = {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** Model of vectors, when one is wanted. */
  readonly embeddingModel?: string | undefined;
};

/** Settings of the model; undefined unless both the key and the name are given. */
export function findModelSettings(env: Env): ModelSettings | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: model, OPENAI_EMBEDDING_MODEL: embeddingModel } = env;
  if (apiKey === undefined || model === undefined) return undefined;
  return { baseUrl: env.OPENAI_BASE_URL.replace(/\/+$/, ''), apiKey, model, embeddingModel };
}
