import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import { type Env, hideLibrarySettings } from '../env.ts';
import { findModelSettings } from './find-model-settings.ts';

/**
 * Opens the model of vectors that the settings name; LangChain is loaded by this call and no sooner.
 * @returns undefined when none is configured
 * @throws {BotError} ERR_MODELE_… when the endpoint does not answer as it should
 */
export async function openTextEmbedder(env: Env, signal: AbortSignal): Promise<TextEmbedder | undefined> {
  const settings = findModelSettings(env);
  if (settings?.embeddingModel === undefined) return undefined;
  hideLibrarySettings();
  const { openOpenaiEmbedder } = await import('./langchain/openai-embedder.ts');
  return openOpenaiEmbedder(settings, settings.embeddingModel, signal);
}
