import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArrayFile, writeArrayFile } from './array-file.ts';

const content = {
  texts: { words: ['été', '« mois »'], none: [] },
  arrays: {
    a: Uint32Array.of(1, 2, 4_000_000_000),
    b: Uint8Array.of(7),
    c: Float32Array.of(0.5, -1),
    d: new Uint32Array(),
  },
};

function save(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tableaux-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'sous', 'mots.index');
  writeArrayFile(path, 'id-1', content);
  expect(readdirSync(join(folder, 'sous'))).toEqual(['mots.index']);
  return path;
}

describe('readArrayFile', () => {
  it('gives back what was written', () => {
    expect(readArrayFile(save(), 'id-1')).toEqual(content);
  });

  it('gives nothing for another identity, or without a file', () => {
    expect(readArrayFile(save(), 'id-2')).toBeUndefined();
    expect(readArrayFile('/nulle/part', 'id-1')).toBeUndefined();
  });

  it('gives nothing when any byte was altered, or the end is missing', () => {
    const path = save();
    const bytes = readFileSync(path);
    for (const place of [0, 9, 40, bytes.length - 20, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] ?? 0) ^ 0x15;
      writeFileSync(path, altered);
      expect(readArrayFile(path, 'id-1')).toBeUndefined();
    }
    for (const length of [0, 7, 100, bytes.length - 1]) {
      writeFileSync(path, bytes.subarray(0, length));
      expect(readArrayFile(path, 'id-1')).toBeUndefined();
    }
  });
});
