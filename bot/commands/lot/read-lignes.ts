import { finished } from 'node:stream/promises';
import { CsvError, type Parser, parse } from 'csv-parse';
import type { Separateur } from './find-separateur.ts';

/** A line of a table: its number in the file, from 1, and its cells; no cells when its quotes cannot be read. */
export type LigneLue = { readonly ligne: number; readonly cells: readonly string[] | null };

/** Bytes given to the parser at a time. */
const CHUNK = 65_536;

/**
 * Reads the lines of a table one by one; empty ones are skipped.
 * A line whose quotes are wrong (never closed, or in the middle of a cell) is told, and the next one is read.
 * @param text with ends of lines of Unix
 */
export async function* readLignes(text: string, separateur: Separateur): AsyncGenerator<LigneLue> {
  const bytes = Buffer.from(text);
  const counter = createLineCounter(bytes);
  let start = 0;
  while (start < bytes.length) {
    const from = start;
    try {
      for await (const { cells, end } of readRun(bytes.subarray(from), separateur)) {
        yield { ligne: counter(skipBlank(bytes, start)), cells };
        start = from + end;
      }
      return;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const wrong = skipBlank(bytes, start);
      yield { ligne: counter(wrong), cells: null };
      const next = bytes.indexOf(NEW_LINE, wrong);
      start = next === -1 ? bytes.length : next + 1;
    }
  }
}

const NEW_LINE = 0x0a;

/** A record, and the offset of the byte after it. */
type Enregistrement = { readonly cells: readonly string[]; readonly end: number };

/**
 * Records of a stretch of bytes, in order.
 * They are taken as the parser finds them: what a stream still holds is lost when a later line is wrong.
 * @throws {CsvError} once every record before the wrong line is given
 */
async function* readRun(bytes: Buffer, delimiter: Separateur): AsyncGenerator<Enregistrement> {
  const found: Enregistrement[] = [];
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
    on_record: (record: readonly string[], { bytes: end }) => {
      found.push({ cells: record, end });
      return null;
    },
  });
  let failure: unknown;
  const closed = finished(parser).catch((error: unknown) => {
    failure = error;
  });
  parser.resume();
  for (const chunk of cut(bytes)) {
    failure ??= await send(parser, chunk);
    yield* found.splice(0);
    if (failure) throw failure;
  }
  parser.end();
  await closed;
  yield* found.splice(0);
  if (failure) throw failure;
}

function send(parser: Parser, chunk: Buffer): Promise<unknown> {
  return new Promise((resolve) => parser.write(chunk, resolve));
}

function* cut(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** Offset of the first line that is not empty. */
function skipBlank(bytes: Buffer, start: number): number {
  let at = start;
  while (bytes[at] === NEW_LINE) at += 1;
  return at;
}

/** Number of the line of an offset; offsets only grow. */
function createLineCounter(bytes: Buffer): (offset: number) => number {
  let [ligne, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at += 1) if (bytes[at] === NEW_LINE) ligne += 1;
    return ligne;
  };
}
