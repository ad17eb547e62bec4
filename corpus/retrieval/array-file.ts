import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/** Lists of texts and of numbers, by name: what an index is made of. */
export type ArrayFile = {
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly arrays: Readonly<Record<string, NumberArray>>;
};

/** Numbers as they lie in the file. */
export type NumberArray = Uint8Array | Uint32Array | Float32Array;

const KINDS = { u8: Uint8Array, u32: Uint32Array, f32: Float32Array } as const;
/** Arrays begin at a multiple of this many bytes, as typed arrays want it. */
const ALIGNMENT = 8;
const PREFIX_BYTES = 8;

/** First part of the file: what the index was made from, the texts, and where each array lies. */
const Header = z.strictObject({
  identity: z.string(),
  crc: z.number(),
  // Texts are not checked one by one: the sum of the whole says that they are those that were written.
  texts: z.record(
    z.string(),
    z.custom<readonly string[]>((value) => Array.isArray(value)),
  ),
  arrays: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['u8', 'u32', 'f32']),
      start: z.int().nonnegative(),
      length: z.int().nonnegative(),
    }),
  ),
});
type Header = z.infer<typeof Header>;

/** Writes one file: beside, then renamed, so that a crash leaves the old one whole. */
export function writeArrayFile(path: string, identity: string, { texts, arrays }: ArrayFile): void {
  const places: Header['arrays'] = [];
  const chunks: Uint8Array[] = [];
  let start = 0;
  for (const [name, array] of Object.entries(arrays)) {
    places.push({ name, kind: nameKind(array), start, length: array.length });
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    const padding = new Uint8Array(-bytes.length & (ALIGNMENT - 1));
    chunks.push(bytes, padding);
    start += bytes.length + padding.length;
  }
  const body = Buffer.concat(chunks);
  const crc = crc32(body, crc32(JSON.stringify(texts)));
  const header = Buffer.from(JSON.stringify({ identity, crc, texts, arrays: places } satisfies Header));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32LE(header.length);
  const padding = Buffer.alloc(-header.length & (ALIGNMENT - 1));
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  try {
    writeFileSync(temporary, Buffer.concat([prefix, header, padding, body]));
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Reads a file written for exactly this identity; undefined when there is none, or it was damaged. */
export function readArrayFile(path: string, identity: string): ArrayFile | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.length < PREFIX_BYTES) return undefined;
  const headerEnd = PREFIX_BYTES + bytes.readUInt32LE();
  const parsed = Header.safeParse(parseJson(bytes.subarray(PREFIX_BYTES, headerEnd)));
  if (!parsed.success || parsed.data.identity !== identity) return undefined;
  const { texts, arrays, crc } = parsed.data;
  const bodyStart = headerEnd + (-(headerEnd - PREFIX_BYTES) & (ALIGNMENT - 1));
  // A large file is read at the start of its own memory; a small one may not be, and would not be aligned.
  const body = Uint8Array.prototype.slice.call(bytes, Math.min(bodyStart, bytes.length));
  if (crc32(body, crc32(JSON.stringify(texts))) !== crc) return undefined;
  const opened = arrays.map(({ name, kind, start, length }): [string, NumberArray] => [
    name,
    new KINDS[kind](body.buffer, body.byteOffset + start, length),
  ]);
  return { texts, arrays: Object.fromEntries(opened) };
}

function nameKind(array: NumberArray): keyof typeof KINDS {
  if (array instanceof Uint8Array) return 'u8';
  return array instanceof Uint32Array ? 'u32' : 'f32';
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
