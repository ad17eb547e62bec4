import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();

async function chronologie(...args: readonly string[]) {
  const { code, out, err } = await run('chronologie', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

type Event = { readonly date: string; readonly nature: string; readonly texte: string; readonly statut: string };

function find(evenements: readonly Event[], date: string, nature: string) {
  return evenements.find((evenement) => evenement.date === date && evenement.nature === nature);
}

describe('chronologie', () => {
  it('tells the whole story in order, from the law of 2016 to the last text known', async () => {
    const { kind, du, au, etat, evenements, notComputed } = await chronologie();
    expect({ kind, du, au, etat }).toEqual({ kind: 'computed', du: null, au: null, etat: null });
    const dates = evenements.map(({ date }: Event) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(dates[0]).toBe('2016-01-26');
    expect(evenements.map(({ texte }: Event) => texte)).toContain('2025-12-01-lfss-2026');
    expect(notComputed).toContain(
      'avenant 1 : sa date et son contenu sont absents du corpus, il n’est pas dans cette liste',
    );
  });

  it.each([
    ['2019-06-20', 'signature', '2019-06-20-aci'],
    ['2019-08-24', 'publication', '2019-06-20-aci'],
    ['2019-08-25', 'entree-en-vigueur', '2019-06-20-aci'],
    ['2021-12-20', 'signature', '2021-12-20-avenant-2'],
    ['2022-03-16', 'texte', '2022-03-16-decret-2022-375'],
    ['2022-03-17', 'publication', '2022-03-16-decret-2022-375'],
    ['2022-03-31', 'publication', '2021-12-20-avenant-2'],
    ['2022-03-31', 'entree-en-vigueur', '2021-12-20-avenant-2'],
  ])('has on %s the %s of %s', async (date, nature, texte) => {
    const { evenements } = await chronologie('--du', date, '--au', date);
    expect(find(evenements, date, nature)).toMatchObject({ texte });
  });

  it('gives the values before and after avenant 2, and names what was not read', async () => {
    const { evenements, hypotheses } = await chronologie('--du', '2022-01-01', '--au', '2022-06-30');
    const { changements } = find(evenements, '2022-03-31', 'entree-en-vigueur') as never as { changements: object[] };
    expect(changements).toContainEqual(
      // 287 500 − 220 000 = 67 500
      expect.objectContaining({
        code: 'plafond',
        taille: 1,
        a: 220_000,
        b: 287_500,
        ecart: 67_500,
        ecartPourcent: 30.68,
      }),
    );
    expect(changements).toContainEqual(
      expect.objectContaining({ code: 'plafond', taille: 2, a: 287_000, b: null, ecart: null }),
    );
    expect(changements).toContainEqual(
      expect.objectContaining({ code: 'mission:crises-sanitaires', a: null, b: 'socle' }),
    );
    expect(changements).toContainEqual(
      expect.objectContaining({ code: 'complement-exceptionnel', taille: 3, b: 56_250 }),
    );
    expect(hypotheses.join()).toContain('jour de sa publication');
  });

  it('tells a proposal with its fate, and never as law', async () => {
    const { evenements } = await chronologie('--du', '2020-09-24', '--au', '2020-09-24');
    const proposal = find(evenements, '2020-09-24', 'proposition');
    expect(proposal).toMatchObject({ statut: 'proposition', label: expect.stringContaining('jamais adoptée') });
    expect((proposal as never as { changements: object[] }).changements).toContainEqual(
      expect.objectContaining({
        code: 'fonctionnement',
        taille: 1,
        a: 75_000,
        b: 50_000,
        statut: { a: 'proposition', b: 'en-vigueur' },
      }),
    );
  });

  it.each([
    ['2020-10-15', '2020-10-15', ['2020-10']],
    ['2020-11-05', '2020-11-30', []],
    ['2019-03-01', '2019-03-01', ['2019']],
  ])('finds between %s and %s the proposals known to the month or the year: %j', async (du, au, dates) => {
    const { evenements } = await chronologie('--du', du, '--au', au);
    expect(evenements.filter(({ nature }: Event) => nature === 'proposition').map(({ date }: Event) => date)).toEqual(
      dates,
    );
  });

  it.each([
    ['2019-08-24', []],
    ['2019-08-25', ['2019-06-20-aci']],
    ['2022-03-30', ['2019-06-20-aci']],
    ['2022-03-31', ['2019-06-20-aci', '2021-12-20-avenant-2']],
  ])('says which texts of the accord hold on %s', async (jour, textes) => {
    const { etat } = await chronologie('--du', jour, '--au', jour);
    expect(etat.enVigueur.map(({ texte }: Event) => texte)).toEqual(textes);
    expect(etat.regles.length > 0).toBe(textes.length > 0);
  });

  it('tells a text signed and not yet in force apart', async () => {
    const { etat } = await chronologie('--du', '2021-12-20', '--au', '2021-12-20');
    expect(etat.aVenir).toMatchObject([{ texte: '2021-12-20-avenant-2', enVigueurDu: '2022-03-31' }]);
    const { etat: eve } = await chronologie('--du', '2021-12-19', '--au', '2021-12-19');
    expect(eve.aVenir).toEqual([]);
  });

  it('ends the top-up on the day that the wording leaves open, and says so', async () => {
    const { evenements, notComputed } = await chronologie('--du', '2022-09-30', '--au', '2022-09-30');
    expect(find(evenements, '2022-09-30', 'expiration')).toMatchObject({
      texte: '2021-12-20-avenant-2',
      statut: 'expire',
    });
    expect(notComputed).toContain(
      'complément exceptionnel : pour une signature du 30 septembre 2022, les textes lus laissent plusieurs lectures',
    );
  });

  it('follows the cap of a member’s payments from year to year', async () => {
    const { evenements } = await chronologie('--du', '2026-01-01', '--au', '2026-01-01');
    // 48 060 − 47 100 = 960
    expect(find(evenements, '2026-01-01', 'plafond-indemnites')).toMatchObject({
      changements: [{ code: 'indemnites:plafond', a: 47_100, b: 48_060, ecart: 960 }],
    });
  });

  it('says when nothing happened', async () => {
    expect(await chronologie('--du', '2024-03-05', '--au', '2024-03-06')).toMatchObject({ evenements: [], etat: null });
    expect((await run('chronologie', '--du', '2024-03-05', '--au', '2024-03-06')).out).toContain('Aucun événement');
  });

  it.each([
    [['--du', '2022-04-01', '--au', '2022-03-31'], '--au : la fin (31 mars 2022) précède le début (1er avril 2022)'],
    [['--du', 'mars 2022'], '--du'],
    [['2022-03-31'], 'en trop'],
  ])('refuses %j', async (args, said) => {
    const { code, out, err } = await run('chronologie', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });
});
