import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();

async function taille(...args: readonly string[]) {
  const { code, out } = await run('taille', ...args, '--json');
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe('taille, around each limit', () => {
  it.each([
    ['1', 1, 'en-vigueur'],
    ['39 999', 1, 'en-vigueur'],
    ['40 000', 2, 'deduit'],
    ['40 001', 2, 'en-vigueur'],
    ['79 999', 2, 'en-vigueur'],
    ['80 001', 3, 'en-vigueur'],
    ['174 999', 3, 'en-vigueur'],
    ['175 000', 3, 'deduit'],
    ['175 001', 4, 'en-vigueur'],
    ['85k', 3, 'en-vigueur'],
  ])('%s inhabitants: size %i, %s', async (population, expected, statut) => {
    expect(await taille('--population', population)).toMatchObject({ kind: 'computed', taille: expected, statut });
  });

  it('says of 40 000 and 175 000 why the reading is ours', async () => {
    expect((await taille('--population', '40000')).hypotheses.join()).toContain('strictement en dessous');
    expect((await taille('--population', '175000')).hypotheses.join()).toContain('strictement au-dessus');
    expect((await taille('--population', '39999')).hypotheses).toEqual([]);
  });

  it.each(['0', '-1', '-80000', '85 000,5', '85000.5', '10000001', '', 'abc', '80000 ou 90000', 'beaucoup'])(
    'refuses « %s »',
    async (population) => {
      const { code, out, err } = await run('taille', '--population', population);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('--population');
    },
  );
});

describe('taille, at other days', () => {
  it.each([
    // the drafts of 2019 had other brackets: they are never used
    ['2019-04-04', 'not-covered', null],
    ['2019-06-20', 'not-covered', null],
    ['2019-08-24', 'not-covered', null],
    ['2019-08-25', 'computed', 2],
    ['2022-03-30', 'computed', 2],
    ['2022-03-31', 'computed', 2],
    ['2026-11-21', 'computed', 2],
  ])('75 000 inhabitants on %s: %s', async (asOf, kind, expected) => {
    expect(await taille('--population', '75000', '--as-of', asOf)).toMatchObject({ kind, taille: expected });
  });
});

describe('taille and members', () => {
  it.each(['1', '100', '101', '100000'])('%s members change nothing to the size', async (membres) => {
    const { out } = await run('financement', '--population', '85000', '--membres', membres, '--json');
    expect(JSON.parse(out).taille).toBe(3);
  });

  it('is told that the size takes no number of members', async () => {
    expect(await run('taille', '--population', '85000', '--membres', '120')).toMatchObject({ code: 2, out: '' });
  });
});
