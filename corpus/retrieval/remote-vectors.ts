import { createHash } from 'node:crypto';
import { readArrayFile, writeArrayFile } from './array-file.ts';
import type { RetrievalDocument } from './retrieval-document.ts';
import type { TextEmbedder } from './text-embedder.ts';

/** Vectors by id of document; `failure` says why some are missing. */
export type RemoteVectors = {
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly failure?: unknown;
};

/** Texts sent at once: what an endpoint takes without trouble, and little to lose when it fails. */
const AT_ONCE = 64;

/**
 * Makes the vector of every document by a model elsewhere. Those of a text already met are read from the folder, under
 * the hash of the text; another model makes them all anew. What was made before a failure is kept for the next time.
 * @param folder where vectors are kept; in memory only without it
 */
export async function makeRemoteVectors(
  documents: readonly RetrievalDocument[],
  embedder: TextEmbedder,
  folder: string | undefined,
  signal: AbortSignal,
): Promise<RemoteVectors> {
  const path = folder && `${folder}/distants.index`;
  const known = readKnown(path, embedder.id);
  const texts = new Map(documents.map((document) => [hashText(toText(document)), toText(document)]));
  const missing = [...texts].filter(([hash]) => !known.has(hash));
  let failure: unknown;
  try {
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const group = missing.slice(start, start + AT_ONCE);
      const made = await embedder.embed(
        group.map(([, text]) => text),
        signal,
      );
      for (const [place, [hash]] of group.entries()) {
        const vector = made[place];
        if (vector !== undefined) known.set(hash, vector);
      }
    }
  } catch (cause) {
    failure = cause;
  }
  if (path !== undefined && missing.length > 0) writeKnown(path, embedder.id, known, texts);
  const vectors = new Map<string, Float32Array>();
  for (const document of documents) {
    const vector = known.get(hashText(toText(document)));
    if (vector !== undefined) vectors.set(document.id, vector);
  }
  return failure === undefined ? { vectors } : { vectors, failure };
}

function toText({ titre, corps }: RetrievalDocument): string {
  return `${titre}\n${corps}`;
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readKnown(path: string | undefined, embedder: string): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  const found = path === undefined ? undefined : readArrayFile(path, embedder);
  const { hashes = [] } = found?.texts ?? {};
  const rows = found?.arrays.rows;
  if (!(rows instanceof Float32Array) || hashes.length === 0) return known;
  const dimension = rows.length / hashes.length;
  for (const [row, hash] of hashes.entries()) known.set(hash, rows.slice(row * dimension, (row + 1) * dimension));
  return known;
}

/** Keeps the vectors of the documents at hand: those of texts that are gone go too. */
function writeKnown(
  path: string,
  embedder: string,
  known: ReadonlyMap<string, Float32Array>,
  texts: ReadonlyMap<string, string>,
): void {
  const kept = [...known].filter(([hash]) => texts.has(hash));
  const [first] = kept;
  if (first === undefined) return;
  const dimension = first[1].length;
  const rows = new Float32Array(kept.length * dimension);
  for (const [row, [, vector]] of kept.entries()) rows.set(vector, row * dimension);
  writeArrayFile(path, embedder, { texts: { hashes: kept.map(([hash]) => hash) }, arrays: { rows } });
}
