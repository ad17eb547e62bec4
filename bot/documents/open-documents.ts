import { openDocumentStore } from '#corpus/import/document-store.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { createRetriever } from '#corpus/retrieval/retrieve.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import type { FindDocuments } from '../answer/citations/documents.ts';
import { CitationsMots } from '../answer/situate/donnees.ts';
import { createDocuments } from './create-documents.ts';
import { createMots } from './create-mots.ts';
import { ESPACE_LOCAL } from './espace-local.ts';

/** How retrievers are made, but for what they search. */
type Construction = Omit<Parameters<typeof createRetriever>[0], 'documents' | 'tokenizer' | 'folder'> & {
  readonly tokenizer: Tokenizer;
};

/**
 * Opens the documents that people imported under `DATA_DIR` (I/O edge).
 * @param mots         path of `bot/donnees/citations.yaml`
 * @param construction the parts of the retriever that serves the corpus
 */
export function openDocuments(dataDir: string, mots: string, construction: Construction): FindDocuments {
  return createDocuments({
    openStore: (espace) => openDocumentStore(dataDir, espace),
    createRetriever: (documents) => createRetriever({ ...construction, documents }),
    mots: createMots(readYaml(mots, CitationsMots), construction.tokenizer),
    local: ESPACE_LOCAL,
  });
}
