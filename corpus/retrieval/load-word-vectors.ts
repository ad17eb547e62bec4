import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';

/** Word vectors shipped with the corpus, without their extension. */
const WORD_VECTORS_PATH = fileURLToPath(new URL('../embeddings/fr-reglementaire-128', import.meta.url));

/** One row of `dimension` signed bytes a word; only the direction of a row means something. */
export type WordVectors = {
  readonly id: string;
  readonly dimension: number;
  readonly rows: Int8Array;
  /** Words, most frequent first; the position is the row. */
  readonly words: readonly string[];
  /** How often each word was seen in the texts the vectors were made from. */
  readonly counts: readonly number[];
};

const Header = z.object({
  name: z.string(),
  dimension: z.int().positive(),
  type: z.literal('int8'),
  rows: z.int().positive(),
  sha256: z.string().length(64),
  // Elements are not checked one by one: the sum of the file below says that the pair is the right one.
  words: z.custom<readonly string[]>((value) => Array.isArray(value) && typeof value[0] === 'string'),
  counts: z.custom<readonly number[]>((value) => Array.isArray(value) && typeof value[0] === 'number'),
});

/**
 * Reads `<path>.json` (words) and `<path>.i8` (their rows).
 * @throws {BotError} ERR_VECTEURS_ILLISIBLES when a file is missing, or the two do not belong together
 */
export function loadWordVectors(path: string = WORD_VECTORS_PATH): WordVectors {
  try {
    const header = Header.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
    const bytes = readFileSync(`${path}.i8`);
    const sum = createHash('sha256').update(bytes).digest('hex');
    if (sum !== header.sha256) throw new Error(`${path}.i8 : somme ${sum}, attendue ${header.sha256}`);
    if (
      bytes.length !== header.rows * header.dimension ||
      header.words.length !== header.rows ||
      header.counts.length !== header.rows
    ) {
      throw new Error(`${path}.i8 : ${bytes.length} octets pour ${header.words.length} mots de ${header.dimension}`);
    }
    const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    const { dimension, words, counts } = header;
    return { id: `${header.name}@${sum.slice(0, 12)}`, dimension, rows, words, counts };
  } catch (cause) {
    throw new BotError(
      'ERR_VECTEURS_ILLISIBLES',
      `Vecteurs de mots : ${cause instanceof Error ? cause.message : String(cause)}`,
      'Reprenez les deux fichiers de corpus/embeddings/ dans le dépôt.',
      cause,
    );
  }
}
