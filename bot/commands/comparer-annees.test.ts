import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();

async function comparer(a: string, b: string) {
  const { code, out, err } = await run('comparer', '--a', a, '--b', b, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('comparer: two years of a contract', () => {
  const contrat = 'taille=3,signature=2022-05-10';

  it.each([
    // the top-up was due by a rule that has ended since; on the day of the signature it had not
    ['2026-11-22', 'expire'],
    ['2022-09-30', 'en-vigueur'],
    ['2022-10-01', 'expire'],
  ])('gives the top-up and the sums that hold it, asked on %s, the standing %s', async (asOf, statut) => {
    const { differences } = await comparer(`${contrat},annee=1,as-of=${asOf}`, `${contrat},annee=2,as-of=${asOf}`);
    const standings = differences.map((line: { code: string; statut: object }) => [line.code, line.statut]);
    expect(standings).toEqual([
      ['complement-exceptionnel', { a: statut, b: null }],
      ['premier-versement', { a: statut, b: null }],
      ['total', { a: statut, b: 'en-vigueur' }],
    ]);
  });

  it('says that the rule of the top-up has ended since', async () => {
    const [a, b] = [1, 2].map((annee) => `${contrat},annee=${annee},as-of=2026-11-22`) as [string, string];
    const { out } = await run('comparer', '--a', a, '--b', b);
    // 75 000 + 56 250 = 131 250
    expect(out).toContain('avant le 30 septembre 2022 ; en vigueur ce jour-là, règle expirée depuis');
    expect(out).toContain('A : 131 250 € (en vigueur ce jour-là, règle expirée depuis');
  });

  it.each([
    [1, '2021-06-01', 'règles au 1er juin 2021'],
    [2, '2022-06-01', 'règles au 1er juin 2022'],
    [5, '2025-06-01', 'règles au 1er juin 2025'],
  ])('shows year %i with the day of its own law', async (annee, jour, told) => {
    const cote = `taille=1,signature=2021-06-01,annee=${annee}`;
    expect((await comparer('taille=1', cote)).b).toMatchObject({ asOf: jour, annee });
    expect((await run('comparer', '--a', 'taille=1', '--b', cote)).out).toContain(told);
  });
});
