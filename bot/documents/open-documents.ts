import { openDocumentStore } from '#corpus/import/document-store.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import type { FindDocuments } from '../answer/citations/documents.ts';
import { CitationsMots } from '../answer/situate/donnees.ts';
import { createDocuments, type DocumentParts } from './create-documents.ts';
import { createMots } from './create-mots.ts';
import { ESPACE_LOCAL } from './espace-local.ts';

/**
 * Opens the documents that people imported under `DATA_DIR` (I/O edge).
 * @param mots            path of `bot/donnees/citations.yaml`
 * @param createRetriever the construction that serves the corpus
 */
export function openDocuments(
  dataDir: string,
  mots: string,
  tokenizer: Tokenizer,
  createRetriever: DocumentParts['createRetriever'],
): FindDocuments {
  return createDocuments({
    openStore: (espace) => openDocumentStore(dataDir, espace),
    createRetriever,
    mots: createMots(readYaml(mots, CitationsMots), tokenizer),
    local: ESPACE_LOCAL,
  });
}
