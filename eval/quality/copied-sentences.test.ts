import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findShared } from '#corpus/testing/find-shared.ts';

const script = findShared('tools/copied-sentences.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!script || !hasPython)('the sentences of the project', () => {
  it('are its own: none repeats nine words in a row of a source', () => {
    const root = join(import.meta.dirname, '../..');
    const { stdout, stderr, status } = spawnSync('python3', [script ?? '', root], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toBe('');
    expect(status).toBe(0);
  });
});
