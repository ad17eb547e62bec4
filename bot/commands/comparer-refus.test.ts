import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();

async function comparer(a: string, b: string) {
  const { code, out, err } = await run('comparer', '--a', a, '--b', b, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('comparer: what cannot be compared', () => {
  it('asks for the size that one side alone gives', async () => {
    const result = await comparer('taille=1', 'as-of=2022-03-31');
    expect(result).toMatchObject({
      kind: 'missing-input',
      differences: [],
      missing: [expect.stringContaining('côté B')],
    });
  });

  it('knows nothing before the accord', async () => {
    expect(await comparer('as-of=2019-08-24', 'as-of=2019-08-25')).toMatchObject({
      kind: 'not-covered',
      differences: [],
    });
    expect(await comparer('as-of=2019-08-25', 'as-of=2019-08-26')).toMatchObject({ kind: 'computed', differences: [] });
  });

  it.each([
    [['--a', 'taille=1'], '--b : cette option est nécessaire'],
    [['--a', 'tail=1', '--b', 'taille=2'], 'Vouliez-vous dire taille= ?'],
    [['--a', 'taille=', '--b', 'taille=2'], 'il manque la valeur après « taille= »'],
    [['--a', 'taille=1,taille=2', '--b', 'taille=2'], 'donné plusieurs fois'],
    [['--a', 'taille=5', '--b', 'taille=2'], '--a, taille : La taille 5'],
    [['--a', 'population=0', '--b', 'taille=2'], '--a, population : Une population de 0'],
    [['--a', 'as-of=2022-02-30', '--b', 'taille=2'], '--a, as-of : « 2022-02-30 » n’existe pas'],
    [['--a', 'texte=avenan', '--b', 'taille=2'], 'Vouliez-vous dire « avenant-2 » ?'],
    [['--a', 'texte=avenant-2,as-of=2022-03-30', '--b', 'taille=2'], 'précède l’entrée en vigueur'],
    [['--a', 'texte=aci,signature=2022-03-31', '--b', 'taille=2'], 'avenant 2 s’applique déjà'],
    [['--a', 'texte=proposition-2020-09,as-of=2020-09-24', '--b', 'taille=2'], 'retirez le jour'],
    [['--a', 'texte=proposition-2020-09,mission=prevention', '--b', 'taille=2'], 'ne s’est appliquée à aucun contrat'],
    [
      ['--a', 'texte=2019-04-01-univadis-projet-cnam', '--b', 'taille=2'],
      'choisissez : proposition-2019-01, proposition-2019-04',
    ],
    [['--avant-apres', 'avenant-2', '--a', 'taille=2'], '--avant-apres : donnez'],
    [['--avant-apres', 'avenant-2', '--pour', 'signature=2024-01-15'], '--pour, signature'],
    [['--avant-apres', 'proposition-2020-09'], 'n’a été en vigueur aucun jour'],
  ])('refuses %j in French', async (args, said) => {
    const { code, out, err } = await run('comparer', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });
});
