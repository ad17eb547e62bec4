import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const PROFIL = JSON.stringify({ nom: 'CPTS des Deux Rives', population: 85_000, signature: '2024-01-15' });
const run = createTestCli({ 'profil.json': PROFIL });

async function comparer(a: string, b: string, ...others: readonly string[]) {
  const { code, out, err } = await run('comparer', '--a', a, '--b', b, ...others, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

type Line = { readonly code: string; readonly taille?: number };

function find(lines: readonly Line[], code: string, taille?: number) {
  return lines.find((line) => line.code === code && line.taille === taille);
}

function listCodes(lines: readonly Line[]): readonly string[] {
  return lines.map(({ code }) => code);
}

describe('comparer: before and after avenant 2', () => {
  it.each([
    // 287 500 − 220 000 = 67 500 ; 67 500 / 220 000 = 30,6818… %
    [1, { a: 220_000, b: 287_500, ecart: 67_500, ecartPourcent: 30.68 }],
    // 580 000 − 450 000 = 130 000 ; 130 000 / 450 000 = 28,8888… %
    [4, { a: 450_000, b: 580_000, ecart: 130_000, ecartPourcent: 28.89 }],
    // not read for sizes 2 and 3: no difference is computed
    [2, { a: 287_000, b: null, ecart: null, ecartPourcent: null, statut: { a: 'en-vigueur', b: 'absent' } }],
    [3, { a: 370_000, b: null, ecart: null, ecartPourcent: null, note: { b: 'absent du corpus' } }],
  ])('gives the rise of the ceiling of size %i and the text that made it', async (taille, expected) => {
    const { kind, differences } = await comparer(
      `as-of=2022-03-30,taille=${taille}`,
      `as-of=2022-03-31,taille=${taille}`,
    );
    expect(kind).toBe('computed');
    expect(find(differences, 'plafond')).toMatchObject({
      ...expected,
      cause: { texte: '2021-12-20-avenant-2', nom: 'avenant 2', jour: '2022-03-31' },
    });
  });

  it.each([
    ['2022-03-29', '2022-03-30', null],
    ['2022-03-30', '2022-03-31', 67_500],
    ['2022-03-31', '2022-04-01', null],
  ])('puts the change between %s and %s on its day', async (a, b, ecart) => {
    const { differences } = await comparer(`as-of=${a},taille=1`, `as-of=${b},taille=1`);
    expect((find(differences, 'plafond') as { ecart?: number } | undefined)?.ecart ?? null).toBe(ecart);
  });

  it('tells the new mission with its delays, and neither sizes nor functioning as changed', async () => {
    const { differences, identiques } = await comparer('as-of=2022-03-30,taille=1', 'as-of=2022-03-31,taille=1');
    expect(find(differences, 'mission:crises-sanitaires')).toMatchObject({ a: null, b: 'socle', ecart: null });
    expect(find(differences, 'mission:crises-sanitaires:delai-demarrage')).toMatchObject({ b: 6, unite: 'mois' });
    expect(find(differences, 'mission:crises-sanitaires:delai-deploiement')).toMatchObject({ b: 18 });
    expect(find(identiques, 'fonctionnement')).toMatchObject({ valeur: 50_000, unite: 'EUR', statut: 'en-vigueur' });
    expect(listCodes(identiques)).toContain('taille:bornes');
  });

  it('does not invent a top-up for the eve, which no text read settles', async () => {
    const { differences } = await comparer('as-of=2022-03-30,taille=1', 'as-of=2022-03-31,taille=1');
    expect(find(differences, 'complement-exceptionnel')).toMatchObject({ a: null, b: 37_500, ecart: null });
    // 50 000 + 37 500 = 87 500 ; the eve is not known
    expect(find(differences, 'premier-versement')).toMatchObject({ a: null, b: 87_500, ecart: null });
  });

  it('has a shortcut, which compares every size when none is given', async () => {
    const { out } = await run('comparer', '--avant-apres', 'avenant-2', '--json');
    const { a, b, differences } = JSON.parse(out);
    expect([a.asOf, b.asOf]).toEqual(['2022-03-30', '2022-03-31']);
    expect([1, 2, 3, 4].map((taille) => find(differences, 'plafond', taille))).toMatchObject([
      { ecart: 67_500 },
      { ecart: null },
      { ecart: null },
      { ecart: 130_000 },
    ]);
    expect((await run('comparer', '--avant-apres', 'avenant 2', '--pour', 'taille=1')).out).toContain(
      'écart : 67 500 € de plus, soit 30,68 % de plus',
    );
  });
});

describe('comparer: two texts', () => {
  it.each([
    // signed: 50 000 + 37 500, 60 000 + 45 000, 75 000 + 56 250, 90 000 + 67 500
    [1, 75_000, 50_000, 87_500],
    [2, 90_000, 60_000, 105_000],
    [3, 112_500, 75_000, 131_250],
    [4, 135_000, 90_000, 157_500],
  ])('sets the proposal of September 2020 against the text signed, size %i', async (taille, propose, annuel, verse) => {
    const { differences, notComputed } = await comparer(
      `texte=proposition-2020-09,taille=${taille}`,
      `texte=avenant-2,taille=${taille}`,
    );
    expect(find(differences, 'fonctionnement')).toMatchObject({ a: propose, b: annuel, ecart: annuel - propose });
    expect(find(differences, 'premier-versement')).toMatchObject({ a: propose, b: verse, ecart: verse - propose });
    for (const difference of differences) expect(difference.statut.a).toBe('proposition');
    // a proposal enters no total
    expect(listCodes(differences)).not.toContain('total');
    expect(notComputed.join()).toContain('le reste de la proposition');
  });

  it.each([
    'proposition-2020-09',
    'amorcage-2020-09',
    'la proposition de septembre 2020',
    'proposition du 24 septembre 2020',
  ])('finds the proposal under the name %s', async (name) => {
    const { a } = await comparer(`texte=${name},taille=1`, 'texte=avenant-2,taille=1');
    expect(a).toMatchObject({ texte: 'proposition-2020-09', statut: 'proposition', asOf: '2020-09-24' });
  });

  it('reads a population with the brackets of the draft that had its own', async () => {
    // draft of April 2019: 70 000 to 250 000 is size 3; signed text: 40 000 to 80 000 is size 2
    const { differences } = await comparer('texte=proposition-2019-04,population=75000', 'texte=aci,population=75000');
    expect(find(differences, 'taille')).toMatchObject({ a: 3, b: 2, statut: { a: 'proposition', b: 'en-vigueur' } });
    expect(find(differences, 'plafond')).toMatchObject({ a: null, b: 287_000, ecart: null });
  });

  it.each([
    ['avenant-1', /avenant 1 a existé, mais son contenu est absent du corpus/],
    ['avenant-3', /Aucun avenant 3/],
    ['decret-2022-375', /aucune valeur de ce texte/],
  ])('says of %s that nothing can be compared', async (name, reason) => {
    const result = await comparer(`texte=${name}`, 'texte=avenant-2');
    expect(result).toMatchObject({ kind: 'not-covered', differences: [] });
    expect(result.reason).toMatch(reason);
  });
});

describe('comparer: two communities', () => {
  it('gives what crossing a limit of size changes, and no text as its cause', async () => {
    const { saisies, differences, absents } = await comparer('population=75000', 'population=85000');
    expect(saisies).toEqual(['population']);
    // 75 000 − 60 000 = 15 000, a quarter of 60 000
    expect(find(differences, 'fonctionnement')).toMatchObject({
      a: 60_000,
      b: 75_000,
      ecart: 15_000,
      ecartPourcent: 25,
      cause: null,
    });
    expect(find(differences, 'taille')).toMatchObject({ a: 2, b: 3, ecart: null });
    expect(listCodes(absents)).toEqual(['plafond']);
  });

  it('gives every reading of a limit that two sizes share', async () => {
    const result = await comparer('population=80000', 'population=85000');
    expect(result).toMatchObject({ kind: 'ambiguous', differences: [], identiques: [] });
    expect(result.lectures.map(({ hypothese }: { hypothese: string }) => hypothese)).toEqual([
      'En taille 2, côté A',
      'En taille 3, côté A',
    ]);
    expect(find(result.lectures[0].differences, 'fonctionnement')).toMatchObject({ ecart: 15_000 });
    expect(result.lectures[1].differences).toEqual([]);
  });

  it('reads one doubt one way on both sides', async () => {
    const { kind, lectures } = await comparer('as-of=2022-03-30,population=80000', 'as-of=2022-03-31,population=80000');
    expect(kind).toBe('ambiguous');
    // size 2 on both days, size 3 on both days: never one against the other
    expect(lectures).toHaveLength(2);
    for (const { differences } of lectures) expect(listCodes(differences)).not.toContain('fonctionnement');
  });

  it.each([
    // the day of the limit can be read both ways: 75 000, or 75 000 + 56 250 = 131 250
    ['2022-09-29', 'computed', [-56_250]],
    ['2022-09-30', 'ambiguous', [undefined, -56_250]],
    ['2022-10-01', 'computed', [undefined]],
  ])('compares a signature on %s with one of 2 October 2022', async (day, kind, ecarts) => {
    const result = await comparer(`signature=${day},taille=3`, 'signature=2022-10-02,taille=3');
    expect(result.kind).toBe(kind);
    const readings = result.lectures ?? [result];
    expect(
      readings.map(
        ({ differences }: { differences: Line[] }) =>
          (find(differences, 'total') as { ecart?: number } | undefined)?.ecart,
      ),
    ).toEqual(ecarts);
  });

  it('gives the dates of both contracts, and the days between them', async () => {
    const { differences } = await comparer('profil=profil.json', 'profil=profil.json,signature=2024-07-15');
    // 15 January to 15 July 2025: 31 + 28 + 31 + 30 + 31 + 30 = 181 days
    expect(find(differences, 'echeance:anniversaire:1')).toMatchObject({
      a: '2025-01-15',
      b: '2025-07-15',
      ecart: 181,
      ecartPourcent: null,
    });
  });

  it('does not compare dates when one side alone has a contract', async () => {
    const { differences, notComputed } = await comparer('taille=1,signature=2024-01-15', 'taille=1');
    expect(listCodes(differences).filter((code) => code.startsWith('echeance:'))).toEqual([]);
    expect(notComputed).toContain('échéances : une signature n’est donnée que d’un côté');
  });

  it('leaves out the ceiling of a community that is known not to reach its condition', async () => {
    const { differences } = await comparer('taille=4,membres=100', 'taille=4,membres=101');
    expect(find(differences, 'plafond')).toMatchObject({ a: null, b: 580_000, ecart: null });
  });
});

describe('comparer: with and without a mission', () => {
  const Mission = 'mission=prevention:fixe=20000:variable=20000,50:taux=0,8';

  it('adds up lines, total and maximum to the cent', async () => {
    const { differences } = await comparer('taille=1', `taille=1,${Mission}`);
    // 20 000,50 × 80 % = 16 000,40 ; 20 000 + 16 000,40 = 36 000,40 ; 20 000 + 20 000,50 = 40 000,50
    expect(find(differences, 'mission:prevention:fixe')).toMatchObject({
      a: 0,
      b: 20_000,
      ecart: 20_000,
      ecartPourcent: null,
    });
    expect(find(differences, 'mission:prevention:variable')).toMatchObject({ b: 16_000.4 });
    expect(find(differences, 'total')).toMatchObject({ a: 50_000, b: 86_000.4, ecart: 36_000.4, ecartPourcent: 72 });
    expect(find(differences, 'maximum')).toMatchObject({ a: 50_000, b: 90_000.5, ecart: 40_000.5, ecartPourcent: 80 });
  });

  it('keeps local amounts out of the total, and in the estimate', async () => {
    const { differences } = await comparer('taille=3', 'taille=3,mission=prevention:taux=50 %');
    // 17 500 × 50 % = 8 750 ; 17 500 + 8 750 = 26 250
    expect(find(differences, 'total')).toMatchObject({ a: 75_000, b: null, ecart: null });
    expect(find(differences, 'estimation')).toMatchObject({
      a: 75_000,
      b: 101_250,
      ecart: 26_250,
      statut: { b: 'releve-local' },
    });
  });

  it('compares no total that would leave out an unknown amount', async () => {
    const { differences, notComputed } = await comparer('taille=1', 'taille=1,mission=prevention');
    expect(find(differences, 'mission:prevention:fixe')).toMatchObject({
      b: null,
      ecart: null,
      statut: { b: 'absent' },
    });
    expect(find(differences, 'total')).toMatchObject({ a: 50_000, b: null, ecart: null });
    expect(notComputed.join()).toContain('absent du corpus');
  });

  it('takes what both sides share from --pour, and a side’s own words before it', async () => {
    const { a, b } = await comparer('taille=1', 'membres=120', '--pour', 'population=85000,membres=80');
    expect(a).toMatchObject({ taille: 1, membres: 80 });
    expect(a.population).toBeUndefined();
    expect(b).toMatchObject({ population: 85_000, membres: 120 });
  });
});
