import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const script = readFileSync(join(ROOT, '.ci/run'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const README = join(ROOT, 'README.md');
/** What a newcomer types, and what is run in a fresh clone. */
const TEST_COMMAND = 'npm ci && npm test';

describe('.ci/run', () => {
  it('can be run', () => {
    expect(statSync(join(ROOT, '.ci/run')).mode & 0o111).not.toBe(0);
  });

  it('runs the test command that a newcomer types', () => {
    expect(script).toContain(`'${TEST_COMMAND}'`);
  });

  it('runs every part of npm run check, which runs nothing else', () => {
    const [, list = ''] = /for check in ([^;]+);/.exec(script) ?? [];
    const parts = list.split(' ');
    expect(parts.length).toBeGreaterThan(2);
    expect(scripts.check).toBe(parts.map((part) => `npm run ${part}`).join(' && '));
    expect(parts.filter((part) => !(part in scripts))).toEqual([]);
  });

  it('names no place of a machine', () => {
    expect(script.match(/(?<![\w.$"])\/(?!usr\/bin\/env|dev\/null|shared)[a-z]+/g) ?? []).toEqual([]);
  });
});

describe('README.md', () => {
  it('gives the test command, word for word', () => {
    expect(readFileSync(README, 'utf8')).toContain(TEST_COMMAND);
  });

  it('names only scripts that exist', () => {
    const named = [...readFileSync(README, 'utf8').matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)];
    expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
  });
});
