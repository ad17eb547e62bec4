import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadWordVectors } from './load-word-vectors.ts';

function writePair(header: Record<string, unknown>, bytes = Uint8Array.of(1, 255, 3, 4)): string {
  const folder = mkdtempSync(join(tmpdir(), 'vecteurs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const full = {
    name: 'essai',
    dimension: 2,
    type: 'int8',
    rows: 2,
    sha256,
    words: ['de', 'soins'],
    counts: [9, 4],
    ...header,
  };
  writeFileSync(join(folder, 'v.json'), JSON.stringify(full));
  writeFileSync(join(folder, 'v.i8'), bytes);
  return join(folder, 'v');
}

describe('loadWordVectors', () => {
  it('reads signed bytes, a row a word', () => {
    const { rows, words, counts, dimension } = loadWordVectors(writePair({}));
    expect({ rows: [...rows], words, counts, dimension }).toEqual({
      rows: [1, -1, 3, 4],
      words: ['de', 'soins'],
      counts: [9, 4],
      dimension: 2,
    });
  });

  it.each([
    ['bytes of another file', { sha256: '0'.repeat(64) }],
    ['a word without a row', { words: ['de', 'soins', 'ville'] }],
    ['another dimension', { dimension: 3 }],
    ['another type', { type: 'float32' }],
    ['no words', { words: 'de' }],
    ['no counts', { counts: [9] }],
  ])('refuses %s', (_, header) => {
    expect(() => loadWordVectors(writePair(header))).toThrow(
      expect.objectContaining({ code: 'ERR_VECTEURS_ILLISIBLES' }),
    );
  });
});
