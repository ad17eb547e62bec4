import { hideLibrarySettings } from '../env.ts';
import type { ModelSettings } from './find-model-settings.ts';
import type { Verification } from './verification/verification.ts';
import { verifyEndpoint } from './verification/verify-endpoint.ts';
import { listModels } from './wire/list-models.ts';

/** Tries the endpoint of the settings (I/O edge); LangChain is loaded by this call and no sooner. */
export async function verifyModel(settings: ModelSettings): Promise<Verification> {
  hideLibrarySettings();
  const { createLangchainModel } = await import('./langchain/create-langchain-model.ts');
  const { openOpenaiEmbedder } = await import('./langchain/openai-embedder.ts');
  const { embeddingModel } = settings;
  const endpoint = {
    model: createLangchainModel(settings),
    listModels: (signal: AbortSignal) => listModels(settings, signal),
    openEmbedder:
      embeddingModel === undefined
        ? undefined
        : (signal: AbortSignal) => openOpenaiEmbedder(settings, embeddingModel, signal),
  };
  return verifyEndpoint(endpoint, () => performance.now());
}
