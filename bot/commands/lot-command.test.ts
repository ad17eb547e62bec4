import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

/** The commands with one list. */
function withList(list: string | Uint8Array) {
  const run = createTestCli({ 'l.csv': list, 'b.yaml': BAREME });
  return (...args: readonly string[]) => run('lot', 'l.csv', ...args);
}

const BAREME = `blocs:
  - depuis: 2022-03-31
    reference: { texte: 2021-12-20-avenant-2, article: "8", lu: Journal officiel, luLe: 2026-11-01 }
    montants: { taille2: { prevention: { fixe: 20000, variable: 10000 } } }
`;

async function compute(list: string | Uint8Array, ...args: readonly string[]) {
  const { code, out } = await withList(list)('--json', ...args);
  expect(code).toBe(0);
  return JSON.parse(out);
}

const TITLES = 'nom;population;signature\n';

describe('lot --json', () => {
  it('computes the contract year of each line, and its next dates', async () => {
    const json = await compute(`${TITLES}CPTS des Deux Rives;85000;15/01/2024\n`);
    expect(json).toMatchObject({ asOf: '2026-11-21', erreurs: 0, colonnesIgnorees: [], bareme: null });
    expect(json.lignes).toHaveLength(1);
    expect(json.lignes[0]).toMatchObject({
      ligne: 2,
      nom: 'CPTS des Deux Rives',
      kind: 'computed',
      taille: 3,
      annee: 3,
      total: 75_000,
      estimation: null,
      maximum: 75_000,
      plafond: null,
      erreurs: [],
    });
    expect(json.lignes[0].echeances[0]).toEqual({
      code: 'anniversaire:3',
      date: '2027-01-15',
      label: '3e anniversaire du contrat',
      joursRestants: 55, // 9 days of November, 31 of December, 15 of January
    });
    expect(json.lignes[0].notComputed.join(' ')).toContain('mission prévention : non demandée');
  });

  it('gives every reading of an ambiguous line, and no single total', async () => {
    const json = await compute(`${TITLES}A;80 000;2026-11-20\nB;32000;30/09/2022\n`, '--as-of', '2026-11-20');
    const [size, day] = json.lignes;
    expect(size).toMatchObject({ kind: 'ambiguous', taille: [2, 3], total: null, totaux: [60_000, 75_000] });
    expect(size.lectures[0]).toMatchObject({ hypothese: 'En taille 2', total: 60_000 });
    expect(day).toMatchObject({ kind: 'computed', annee: 5 });
    const first = await compute(`${TITLES}B;32000;30/09/2022\n`, '--as-of', '2022-09-30');
    expect(first.lignes[0]).toMatchObject({ kind: 'ambiguous', taille: 1, totaux: [50_000, 87_500] }); // 50 000 + 37 500
    expect(json.compte).toEqual({ lignes: 2, calculees: 1, ambigues: 1, incompletes: 0, erreurs: 0 });
  });

  it('says the error of a line, in its column, and computes the others', async () => {
    const json = await compute(`${TITLES}A;beaucoup;32/01/2024\nB;32000;15/01/2024\nC;-3;\n`);
    expect(json.erreurs).toBe(2);
    expect(json.lignes[0].erreurs).toEqual([
      { champ: 'population', valeur: 'beaucoup', message: expect.stringContaining('85000') },
      { champ: 'signature', valeur: '32/01/2024', message: expect.stringContaining('n’existe pas') },
    ]);
    expect(json.lignes[1]).toMatchObject({ kind: 'computed', total: 50_000 });
    expect(json.lignes[2].erreurs).toEqual([
      { champ: 'population', valeur: '-3', message: expect.stringContaining('de 1 à 10 000 000') },
    ]);
  });

  it('says which dates it does not give, and why', async () => {
    const json = await compute(`${TITLES}A;32000;01/02/2022\nB;32000;\n`);
    const [older, undated] = json.lignes.map(({ notComputed }: { notComputed: string[] }) => notComputed.join(' ; '));
    expect(older).toContain('point de départ du délai inconnu'); // the crisis mission, before avenant 2
    expect(undated).toContain('il manque la date de signature');
    expect(json.lignes[1]).toMatchObject({ kind: 'computed', total: 50_000, echeances: [] });
  });

  it('asks for what a line lacks, and says why nothing applies', async () => {
    const json = await compute(`${TITLES}A;32000;01/10/2019\nB;;15/01/2024\nC;32000;01/01/2019\n`);
    expect(json.lignes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'missing-input',
      'missing-input',
      'not-covered',
    ]);
    expect(json.lignes[0].missing[0]).toMatch(/^renouvellement/);
    expect(json.lignes[1].missing[0]).toMatch(/^population/);
    expect(json.lignes[2].reason).toContain('25 août 2019');
  });

  it('counts the amounts of an overlay in the totals', async () => {
    const json = await compute('taille;signature;prévention\n2;15/01/2024;oui\n', '--bareme', 'b.yaml');
    // 60 000 + 20 000; 10 000 more at full attainment
    expect(json).toMatchObject({ bareme: 'b.yaml', lignes: [{ total: 80_000, maximum: 90_000 }] });
    expect(json.lignes[0].hypotheses.join(' ')).toContain('b.yaml');
  });

  it('gives what financement gives', async () => {
    const run = createTestCli({
      'l.csv':
        'taille;signature;parcours fixe;parcours variable;taux parcours;parcours\n4;15/01/2024;40 000,50;1 234,56;50 %;15/07/2026\n',
    });
    const line = JSON.parse((await run('lot', 'l.csv', '--json')).out).lignes[0];
    const mission = 'parcours:fixe=40000,50:variable=1234,56:taux=0,5:demarrage=2026-07-15';
    const alone = JSON.parse(
      (await run('financement', '--taille', '4', '--signature', '2024-01-15', '--mission', mission, '--json')).out,
    );
    expect(line.kind).toBe('ambiguous');
    expect({
      kind: line.kind,
      totaux: line.totaux,
      notComputed: line.notComputed.slice(0, alone.notComputed.length),
    }).toEqual({
      kind: alone.kind,
      totaux: alone.totaux,
      notComputed: alone.notComputed,
    });
  });
});

describe('lot writes', () => {
  it('a table for a French Excel: mark, semicolons, decimal commas, days first', async () => {
    const { out, err } = await withList('nom;taille;signature;prévention fixe\n"A; B";1;15/01/2024;1000,5\n')('--csv');
    expect(out.startsWith('\uFEFFLigne;Nom;')).toBe(true);
    const [, row = '', ...rest] = out.split('\r\n');
    expect(rest).toEqual(['']);
    expect(row).toMatch(/^2;"A; B";calculé;1;3;51000,50;;;287500;;15\/01\/2027;/); // 50 000 + 1 000,50
    expect(err).toContain('Communautés : 1 ; calculées : 1');
  });

  const Local =
    'nom;taille;signature;missions\nC;3;2025-01-15;prévention (15/07/2025) | parcours:fixe=45000:taux=0,5\n';
  const Source = 'montants relevés dans deux contrats locaux de 2025-2027, texte officiel non vu';

  it('where an estimation comes from, and the hypotheses, for a reader', async () => {
    const { out } = await withList(Local)();
    // 75 000 + 45 000 = 120 000 ; + 17 500 + 22 500 of local readings = 160 000
    expect(out).toContain(
      'total 120 000 € ; estimation 160 000 €, avec les montants relevés dans des contrats locaux ; maximum 200 000 €',
    );
    expect(out).toContain(`  hypothèse : ${Source}`);
    expect(out).toContain('  hypothèse : part variable supposée proportionnelle');
  });

  it('the same in a table, in its title and in a column of hypotheses', async () => {
    const { out } = await withList(Local)('--csv');
    const [titles = '', row = ''] = out.split('\r\n');
    expect(titles).toContain(';Estimation, avec les montants relevés dans des contrats locaux (EUR);');
    expect(titles).toMatch(/;Hypothèses$/);
    const [, hypotheses] = /;"?([^";]*texte officiel non vu.*)$/.exec(row) ?? [];
    expect(hypotheses).toContain(`${Source} ; la taille de ces communautés est notre déduction | `);
  });

  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '＝1'])(
    'a name that begins as a formula (%j) as a text',
    async (nom) => {
      const { out } = await withList(`nom;taille\n"${nom}";1\n`)('--csv');
      expect(out.split('\r\n')[1]).toMatch(/^2;'/);
    },
  );

  it('in a file when one is asked for, and says so', async () => {
    const run = withList('nom;taille\nA;1\n');
    const csv = await run('--sortie', 'r.csv');
    expect(csv.written['r.csv']).toMatch(/^\uFEFFLigne;/);
    expect(csv.out).toContain('Communautés : 1 ;');
    const json = await run('--sortie', 'r.json');
    expect(JSON.parse(json.written['r.json'] ?? '')).toMatchObject({ erreurs: 0 });
    expect(JSON.parse(json.out)).toMatchObject({ sortie: 'r.json', erreurs: 0 });
  });

  it('for a reader, with the count at the end', async () => {
    const { out, err } = await withList('nom;population;note\nA;32000;x\nB;80000;y\n;0;\n')();
    for (const part of [
      'Ligne 2, A, taille 1',
      'total 50 000 €',
      '— En taille 3 : ',
      'Ligne 4, sans nom',
      'erreur, colonne « population »',
    ]) {
      expect(out).toContain(part);
    }
    expect(out.trim()).toMatch(
      /Communautés : 3 ; calculées : 1 ; à plusieurs lectures : 1 ; à compléter : 0 ; en erreur : 1\.$/,
    );
    expect(err).toBe('Colonne ignorée, titre inconnu : « note ».\n');
  });
});

describe('lot, on a terminal', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `A${index};1\n`).join('');

  it.each([
    ['tells how far it is on standard error, and nothing of it beside the result', ['--csv'], true, true],
    ['tells nobody when nobody watches', ['--csv'], false, false],
  ])('%s', async (_, args, errIsTerminal, told) => {
    const run = createTestCli({ 'l.csv': `nom;taille\n${lines}` }, { errIsTerminal });
    const { out, err } = await run('lot', 'l.csv', ...args);
    expect(err.includes('\rCommunautés : 200…\rCommunautés : 400…')).toBe(told);
    expect(out).not.toContain('…\r');
    expect(out.split('\r\n')).toHaveLength(402); // titles, 400 lines, the end
  });
});

describe('lot refuses', () => {
  it.each([
    ['an empty file', '', /est vide/],
    ['blank lines alone', '\n \n', /est vide/],
    ['titles alone', 'nom;population\n;;\n', /n’a qu’une ligne de titres/],
    ['no titles', 'CPTS A;32000;15/01/2024\n', /aucune colonne « population »/],
    ['a column given twice', 'population;habitants\n1;2\n', /« habitants » dit la même chose/],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /enregistrez-le au format CSV/],
  ])('%s', async (_, list, message) => {
    const { code, out, err } = await withList(list)('--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    [['--json', '--csv'], /pas l’un et l’autre/],
    [['--sortie', 'l.csv'], /celui qui est lu/],
    [['autre.csv'], /« autre.csv » est en trop/],
    [['--bareme', 'absent.yaml'], /absent.yaml/],
    [['--as-of', 'demain ?'], /n’est pas une date/],
  ])('%j', async (args, message) => {
    const { code, err } = await withList('taille\n1\n')(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('a file that is not there, or none', async () => {
    const run = createTestCli();
    expect((await run('lot', 'absent.csv')).err).toMatch(/introuvable/);
    expect((await run('lot')).err).toMatch(/il manque le fichier/);
  });
});
