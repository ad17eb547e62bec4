import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import type { LangchainModel } from '../langchain/create-langchain-model.ts';

/** What is tried of an endpoint, each part on its own. */
export type Endpoint = {
  readonly model: LangchainModel;
  readonly listModels: (signal: AbortSignal) => Promise<readonly string[]>;
  /** Opens the model of vectors, when one is configured. */
  readonly openEmbedder?: ((signal: AbortSignal) => Promise<TextEmbedder>) | undefined;
};
