import { createHash } from 'node:crypto';
import type { DocumentStore } from '#corpus/import/document-store.ts';
import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';
import { type Documents, type FindDocuments, type PassageDocument, toPhraseId } from '../answer/citations/documents.ts';
import type { Mots } from './create-mots.ts';
import { toPassages } from './to-passages.ts';

/** Workspaces whose index is kept in memory; the one unused for longest makes room. */
const KEPT = 4;

/** What documents are made with; `openStore` opens what a workspace keeps, `local` is the terminal's own. */
export type DocumentParts = {
  readonly openStore: (espace: string) => Pick<DocumentStore, 'findStamp' | 'load'>;
  /** The construction that serves the corpus too. */
  readonly createRetriever: (documents: readonly RetrievalDocument[]) => Retriever;
  readonly mots: Mots;
  readonly local: string;
};

/**
 * Finds the documents of workspaces: each has an index of its own, made at the first question, kept while few others
 * are asked for, and made again when its documents change. No workspace sees those of another.
 */
export function createDocuments(parts: DocumentParts): FindDocuments {
  const kept = new Map<string, { readonly stamp: string; readonly documents: Documents }>();
  return (espace = parts.local) => {
    const store = parts.openStore(espace);
    const stamp = store.findStamp();
    const known = kept.get(espace);
    kept.delete(espace);
    if (stamp === undefined) return undefined;
    const documents = known?.stamp === stamp ? known.documents : index(store, parts);
    kept.set(espace, { stamp, documents });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return documents.passages.size > 0 ? documents : undefined;
  };
}

function index(store: Pick<DocumentStore, 'load'>, { createRetriever, mots }: DocumentParts): Documents {
  const loaded = store.load();
  const passages = loaded.flatMap(toPassages);
  return {
    ...mots,
    retriever: createRetriever(passages.map(toRetrievalDocument)),
    passages: new Map(passages.map((entry) => [entry.passage.id, entry])),
    openPhrases: (some) => createRetriever(some.flatMap(toPhrases)),
    weighStem: createWeights(passages, mots),
    hash: createHash('sha256').update(JSON.stringify(loaded)).digest('hex'),
  };
}

function toRetrievalDocument({ passage }: PassageDocument): RetrievalDocument {
  const { id, titre, corps, motsCles } = passage;
  return { id, titre, corps, motsCles };
}

function toPhrases({ passage, phrases }: PassageDocument): readonly RetrievalDocument[] {
  return phrases.map(({ start, end }, place) => {
    return { id: toPhraseId(passage.id, place), titre: '', corps: passage.corps.slice(start, end) };
  });
}

/** Rarity of a stem, 0 to 1, on the scale of a logarithm. */
function createWeights(passages: readonly PassageDocument[], { listStems }: Mots): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { passage } of passages) {
    for (const stem of listStems(passage.corps)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const most = Math.log(passages.length + 1);
  return (stem) => Math.log((passages.length + 1) / ((counts.get(stem) ?? 0) + 1)) / most + 0.05;
}
