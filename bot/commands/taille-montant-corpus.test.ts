import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();

async function json(...args: readonly string[]) {
  const { code, out, err } = await run(...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('taille', () => {
  it.each([
    ['39999', 1],
    ['40000', 2],
    ['79 999', 2],
    ['80001', 3],
    ['85k', 3],
    ['quatre-vingt-cinq mille', 3],
    ['175\u202f000', 3],
    ['175001 habitants', 4],
    ['85.000', 3],
  ])('%s inhabitants make size %i', async (population, taille) => {
    expect(await json('taille', '--population', population)).toMatchObject({ kind: 'computed', taille, missing: [] });
  });

  it('gives both sizes where the texts share a limit', async () => {
    const result = await json('taille', '--population', '80000');
    expect(result).toMatchObject({ kind: 'ambiguous', taille: [2, 3], lectures: [{ taille: 2 }, { taille: 3 }] });
    expect(result.references[0].texte).toBe('2019-06-20-aci');
    expect((await run('taille', '--population', '80000')).out).toContain('tailles 2 et 3');
  });

  it('knows nothing before the accord', async () => {
    expect(await json('taille', '--population', '5000', '--as-of', '2019-08-24')).toMatchObject({
      kind: 'not-covered',
      taille: null,
    });
    expect(await json('taille', '--population', '5000', '--as-of', '2019-08-25')).toMatchObject({
      kind: 'computed',
      taille: 1,
    });
  });

  it.each([
    [[]],
    [['--population', '1e5']],
    [['--population', '32000,5']],
    [['--population', '1/2']],
    [['--population', '99999999999999999999']],
  ])('refuses %j', async (args) => expect(await run('taille', ...args)).toMatchObject({ code: 2, out: '' }));
});

describe('montant', () => {
  it('gives every meaning, rules in force first', async () => {
    const { montant, lectures } = await json('montant', '56', '250', '€');
    expect(montant).toBe(56_250); // 75 000 × 75 %, and the top-up of size 3
    expect(lectures.map(({ statut }: { statut: string }) => statut)).toEqual(['en-vigueur', 'expire']);
    expect(lectures[1].label).toContain('complément exceptionnel de taille 3');
    expect(await json('montant', '56250', '--as-of', '2022-05-10')).toMatchObject({
      lectures: [{ statut: 'en-vigueur' }, { statut: 'en-vigueur' }],
    });
  });

  it('never shows a proposal as law', async () => {
    const { lectures } = await json('montant', '112500');
    expect(lectures.length).toBeGreaterThan(0);
    expect(lectures.map(({ statut }: { statut: string }) => statut)).not.toContain('en-vigueur');
  });

  it('falls back on the amounts that passages quote', async () => {
    const { kind, lectures } = await json('montant', 'quatre cent mille euros');
    expect(kind).toBe('computed'); // 400 000 € of quality groups in Pays de la Loire, which no parameter has
    expect(lectures[0]).toMatchObject({ statut: 'historique', label: expect.stringMatching(/^cité dans « /) });
  });

  it('says plainly that an amount is unknown', async () => {
    expect(await json('montant', '123456,78')).toMatchObject({
      kind: 'not-covered',
      montant: 123_456.78,
      lectures: [],
    });
  });

  it.each([['-5'], ['40,000'], ['12,345'], ['environ 40000'], ['abc'], ['12 13'], ['']])('refuses %j', async (text) => {
    expect(await run('montant', text, '--json')).toMatchObject({ code: 2, out: '' });
  });
});

describe('corpus list', () => {
  it('lists each text with its passages', async () => {
    const { textes, passages } = await json('corpus', 'list');
    expect(textes.map(({ id }: { id: string }) => id)).toContain('2021-12-20-avenant-2');
    let sum = 0;
    for (const texte of textes) sum += texte.passages;
    expect(sum).toBe(passages);
    expect((await run('corpus', 'list')).out).toContain('2021-12-20  avenant');
  });

  it.each([[[]], [['lst']], [['add', 'x.pdf']], [['list', 'x']]])('refuses %j', async (args) => {
    expect(await run('corpus', ...args)).toMatchObject({ code: 2, out: '' });
  });
});
