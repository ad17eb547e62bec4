import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FILES = globSync('tools/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('tools/testing/'))
  .sort();

/** Bounds that are not law: guards against typing errors. Anything else of their kind belongs in corpus/parametres. */
const GUARDS = ['tools/taille/check-population.ts: 10000000', 'tools/financement/check-financement-input.ts: 1000000'];

/** Numbers so small or so common (months of a year) that finding one in a source proves nothing. */
const EVERYDAY = [0, 1, 2, 3, 4, 12];
const LARGE = 1000;

describe('the sources of the calculators', () => {
  const sources = FILES.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
  const law = new Set(listParameterNumbers().filter((value) => !EVERYDAY.includes(value)));

  it('are found, and so are the numbers of the parameters', () => {
    expect(FILES).toContain('tools/financement/compute-financement.ts');
    expect(FILES.length).toBeGreaterThan(12);
    // amounts, limits, delays in months, years, members, shares
    for (const value of [56_250, 175_000, 6, 18, 24, 5, 100, 0.75]) expect(law).toContain(value);
  });

  it.each(sources)('$file carries @legal on every exported function', ({ text }) => {
    expect(listWithoutLegal(text)).toEqual([]);
  });

  it.each(sources)('$file holds no number of the law', ({ file, text }) => {
    const found = listNumbers(text).filter((value) => value >= LARGE || law.has(value));
    expect(found.map((value) => `${file}: ${value}`).filter((entry) => !GUARDS.includes(entry))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it.each([
    ['no docstring', 'export function computeOne() {}', ['computeOne']],
    ['a docstring without the tag', '/** Says something. */\nexport function computeOne() {}', ['computeOne']],
    ['the tag', '/**\n * Says something.\n * @legal article 9\n */\nexport function computeOne() {}', []],
    ['the tag on the function above only', '/** @legal x */\nexport function a() {}\n\nexport function b() {}', ['b']],
    ['the tag above a constant in between', '/** @legal x */\nconst A = 1;\nexport function b() {}', ['b']],
    ['an async function', 'export async function a() {}', ['a']],
    ['an arrow', 'export const a = () => 1;', ['a']],
    ['a type, which needs none', 'export type A = string;', []],
    ['a function of the file, which needs none', 'function a() {}', []],
  ])('see %s', (_, text, names) => {
    expect(listWithoutLegal(text)).toEqual(names);
  });

  it.each([
    ['const a = 75_000;', [75_000]],
    ['const rate = 0.75;', [0.75]],
    ['addMonths(date, 18)', [18]],
    ["if (label === '75 000 €') return;", [75, 0]],
    ['// article 9, 75 000 €\nconst a = taille1;', []],
    ['/** 18 months */\nconst b2 = x;', []],
    ['const url = 4e4;', [40_000]],
  ])('read the numbers of « %s »', (text, numbers) => {
    expect(listNumbers(text)).toEqual(numbers);
  });
});

/** Exported functions whose own docstring, the comment that touches them, has no @legal. */
function listWithoutLegal(text: string): readonly string[] {
  const exported = /^export (?:async )?(?:function (\w+)|const (\w+)[^=\n]*= (?:async )?(?:\([^)]*\)|\w+)[^=\n]*=>)/gm;
  return [...text.matchAll(exported)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const docstring = before.endsWith('*/\n') ? before.slice(before.lastIndexOf('/**')) : '';
    return /^\s*(?:\/\*\*|\*) ?@legal \S/m.test(docstring) ? [] : [match[1] ?? match[2] ?? ''];
  });
}

/** Number literals of a source, comments left out; digits glued to a word (`taille1`) are names. */
function listNumbers(text: string): readonly number[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '');
  return [...code.matchAll(/(?<![\w.$])\d[\d_]*(?:\.\d+)?(?:e\d+)?/g)].map(([digits]) =>
    Number(digits.replaceAll('_', '')),
  );
}

/** Every number of corpus/parametres: amounts, limits, months, years, and shares as decimals. */
function listParameterNumbers(): readonly number[] {
  const files = globSync('corpus/parametres/**/*.yaml', { cwd: ROOT });
  return files.flatMap((file) => listValues(load(readFileSync(join(ROOT, file), 'utf8'))));
}

function listValues(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') {
    const [, num, den] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
    return num === undefined ? [] : [Number(num) / Number(den), 1 - Number(num) / Number(den)];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listValues) : [];
}
