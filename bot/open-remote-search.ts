import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';
import type { AttachableRetriever } from '#corpus/retrieval/retrieve.ts';
import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import type { Env } from './env.ts';
import { findModelSettings } from './model/find-model-settings.ts';
import { openTextEmbedder } from './model/open-text-embedder.ts';
import { createRemoteSearch, type RemoteSearch } from './remote-search.ts';
import { type Incident, toIncident } from './tell-error.ts';

/** A model of vectors as the settings name it. */
export type RemoteAdapter = {
  /** Loads LangChain, and no sooner. */
  readonly open: (signal: AbortSignal) => Promise<TextEmbedder | undefined>;
  readonly journal: (incident: Incident) => void;
};

/** Search with a model elsewhere that may not be there yet. */
export type LazyRemoteSearch = {
  /** Makes the vectors that lack and gives them to the search; a failure goes to the journal, and search stays as it was. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Vector of a question; undefined until the search is prepared, and when it does not come in time. */
  embedQuestion(text: string): Promise<Float32Array | undefined>;
};

/** How long one question waits for vectors that are not kept yet; what was made in that time serves the next. */
export const REMOTE_MS = 3000;

/** The model of vectors, when one is set. */
export function findRemote(env: Env, journal: (incident: Incident) => void): RemoteAdapter | undefined {
  if (findModelSettings(env)?.embeddingModel === undefined) return undefined;
  return { open: (signal) => openTextEmbedder(env, signal), journal };
}

/**
 * Joins a retriever with a model elsewhere, once it is prepared.
 * @param folder where the vectors of the documents are kept; in memory only when not given
 */
export function createLazyRemoteSearch(
  { open, journal }: RemoteAdapter,
  retriever: AttachableRetriever,
  documents: readonly RetrievalDocument[],
  folder?: string,
): LazyRemoteSearch {
  let search: RemoteSearch | undefined;
  /** Whoever leaves needs no word of what was left unfinished. */
  function tell(failure: unknown, { aborted, reason }: AbortSignal): void {
    const left = aborted && !(reason instanceof DOMException && reason.name === 'TimeoutError');
    if (!left) journal(toIncident(failure));
  }
  return {
    async prepare(signal) {
      try {
        const embedder = await open(signal);
        if (!embedder) return;
        const opened = createRemoteSearch({ retriever, documents, embedder, ...(folder !== undefined && { folder }) });
        const failure = await opened.attach(signal);
        // Vectors of some documents only would favour them.
        if (failure === undefined) search = opened;
        else tell(failure, signal);
      } catch (error) {
        tell(error, signal);
      }
    },
    embedQuestion: async (text) => search?.embedQuestion(text),
  };
}
