import type { z } from 'zod';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { toEcho } from '../options/parsed.ts';
import { toReadProblem } from '../options/to-read-problem.ts';

/** Lines of a file, each a JSON object of the expected form; or what is wrong with the file or with its first bad line. */
export type JsonLines<T> =
  | { readonly kind: 'lines'; readonly lines: readonly T[] }
  | { readonly kind: 'problem'; readonly message: Message };

const NEW_LINE = 0x0a;

/** Reads a file of one JSON object a line; blank lines are skipped. Lines are decoded one by one: files may be large. */
export function readJsonLines<T>(
  path: string,
  schema: z.ZodType<T>,
  readBytes: (path: string) => Uint8Array,
): JsonLines<T> {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path);
  } catch (error) {
    return { kind: 'problem', message: toReadProblem(error, path) };
  }
  const fichier = toEcho(path);
  const lines: T[] = [];
  let number = 0;
  for (const text of splitLines(bytes)) {
    number += 1;
    if (text.trim() === '') continue;
    const ligne = { kind: 'nombre', valeur: number } as const;
    const value = parseJson(text);
    if (value === undefined) return { kind: 'problem', message: toMessage('retrieval-pas-json', { fichier, ligne }) };
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const champ = toEcho(parsed.error.issues[0]?.path.join('.') || 'objet');
      return { kind: 'problem', message: toMessage('retrieval-ligne-refusee', { fichier, ligne, champ }) };
    }
    lines.push(parsed.data);
  }
  if (lines.length === 0) return { kind: 'problem', message: toMessage('retrieval-fichier-vide', { fichier }) };
  return { kind: 'lines', lines };
}

function* splitLines(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found < 0 ? bytes.length : found;
    yield decoder.decode(bytes.subarray(start, end));
    start = end + 1;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
