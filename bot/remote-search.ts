import { makeRemoteVectors } from '#corpus/retrieval/remote-vectors.ts';
import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';
import type { AttachableRetriever } from '#corpus/retrieval/retrieve.ts';
import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';

/** Search with the vectors of a model elsewhere. */
export type RemoteSearch = {
  /**
   * Makes the vectors of the documents, or reads those kept, and gives them to the retriever.
   * @returns why some are missing; undefined when all are there
   */
  attach(signal: AbortSignal): Promise<unknown>;
  /** Vector of a question, for the `remote` option of a search; undefined when it does not come in time. */
  embedQuestion(text: string): Promise<Float32Array | undefined>;
};

/** Nobody waits longer than this for a better order of passages. */
const PATIENCE_MS = 1500;

/** Joins a retriever and a model elsewhere; until the vectors are there, and whenever it fails, search goes on without. */
export function createRemoteSearch(parts: {
  readonly retriever: AttachableRetriever;
  readonly documents: readonly RetrievalDocument[];
  readonly embedder: TextEmbedder;
  readonly folder?: string;
  readonly patienceMs?: number;
}): RemoteSearch {
  const { retriever, documents, embedder, folder, patienceMs = PATIENCE_MS } = parts;
  return {
    async attach(signal) {
      const { vectors, failure } = await makeRemoteVectors(documents, embedder, folder, signal);
      retriever.attachRemote(vectors);
      return failure;
    },
    async embedQuestion(text) {
      try {
        const signal = AbortSignal.timeout(patienceMs);
        const late = new Promise<undefined>((resolve) => {
          signal.addEventListener('abort', () => resolve(undefined), { once: true });
        });
        return await Promise.race([embedder.embed([text], signal).then(([vector]) => vector), late]);
      } catch {
        // A search without these vectors answers well; the next question may find the model awake.
        return undefined;
      }
    },
  };
}
