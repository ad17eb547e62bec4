import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();

async function indemnites(...args: readonly string[]) {
  const { code, out, err } = await run('indemnites', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('indemnites', () => {
  it.each([
    // a twelfth of each, exact to the euro: 43 992 / 12 = 3 666…
    ['2023', 43_992, 3666],
    ['2024', 46_368, 3864],
    ['2025', 47_100, 3925],
    ['2026', 48_060, 4005],
  ])('gives the cap of %s, by year and by month', async (annee, montant, mensuel) => {
    expect(await indemnites('--annee', annee)).toMatchObject({
      kind: 'computed',
      annee: Number(annee),
      montant,
      mensuel,
      verse: null,
      reste: null,
      depassement: null,
      statut: 'en-vigueur',
      references: [{ texte: '2022-03-16-decret-2022-375', refs: ['PASS-SEC', 'CPLU-ACI', 'MOCC22'] }],
    });
  });

  it.each([
    ['0', 48_060, 0],
    ['12 000,50 €', 36_059.5, 0], // 48 060 − 12 000,50
    ['48059,99', 0.01, 0],
    ['48060', 0, 0],
    ['48060,01', 0, 0.01],
    ['50k€', 0, 1940], // 50 000 − 48 060
  ])('counts what is left after %s', async (verse, reste, depassement) => {
    expect(await indemnites('--annee', '2026', '--verse', verse)).toMatchObject({ reste, depassement });
  });

  it('says of a payment over the cap by how much it is', async () => {
    const { out } = await run('indemnites', '--annee', '2026', '--verse', '50000');
    expect(out).toContain('50 000 € versés dépassent de 1 940 € le plafond.');
  });

  it.each(['2021', '2022', '2027'])('does not know %s, and says where to look', async (annee) => {
    const result = await indemnites('--annee', annee);
    expect(result).toMatchObject({ kind: 'not-covered', montant: null, mensuel: null });
    expect(result.reason).toContain('Où le trouver');
  });

  it.each([
    [[]],
    [['--annee', '26']],
    [['--annee', 'abc']],
    [['--annee', '2015']],
    [['--annee', '2101']],
    [['--annee', '2026', '--verse', '-5']],
  ])('refuses %j', async (args) => expect(await run('indemnites', ...args)).toMatchObject({ code: 2, out: '' }));
});
