import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const PROFIL = {
  nom: 'CPTS du test',
  taille: 2,
  signature: '2024-01-15',
  missions: {
    prevention: { demarrage: '2024-07-15', fixe: 40000 },
    parcours: { fixe: 1000.5, taux: 0.8, variable: 20000 },
  },
};
const run = createTestCli({
  'profil.json': JSON.stringify(PROFIL),
  'faux.json': '{ "nom": "x", "tail": 3 }',
  'casse.json': '{',
  'bornes.json': '{ "nom": "x", "population": 0, "membres": -1, "missions": { "parcours": { "taux": 80 } } }',
});

async function compute(...args: readonly string[]) {
  const { code, out, err } = await run('financement', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

/** Amounts in whole cents, so that sums are exact. */
function sum(entries: readonly { readonly montant: number }[]): number {
  return entries.reduce((total, { montant }) => total + Math.round(montant * 100), 0) / 100;
}

describe('financement --json on the validated examples', () => {
  it.each([
    ['C01', ['--population', '32000', '--signature', '2019-11-04', '--as-of', '2019-11-04'], 1, 50_000], // taille 1
    ['C03', ['--population', '40000', '--signature', '2026-11-20', '--as-of', '2026-11-20'], 2, 60_000], // taille 2
    ['C07', ['--taille', '1', '--signature', '2022-05-10', '--as-of', '2022-05-10'], 1, 87_500], // 50 000 + 37 500
    ['C13', ['--taille', '2', '--signature', '2024-01-15', '--annee', '2'], 2, 60_000], // 45 000 + 15 000
  ])('%s gives one total', async (_, args, taille, total) => {
    const json = await compute(...args);
    expect(json).toMatchObject({ kind: 'computed', taille, total, estimation: null, missing: [] });
    expect(sum(json.lignes)).toBe(total);
    expect(sum(json.versements)).toBe(total);
    expect(json.notComputed.length).toBeGreaterThan(0);
  });

  it('C04 and C11 give every reading, and no total of their own', async () => {
    const c04 = await compute('--population', '80000', '--signature', '2026-11-20', '--as-of', '2026-11-20');
    expect(c04).toMatchObject({ kind: 'ambiguous', taille: [2, 3], total: null, totaux: [60_000, 75_000], lignes: [] });
    expect(c04.lectures.map(({ hypothese }: { hypothese: string }) => hypothese)).toEqual([
      'En taille 2',
      'En taille 3',
    ]);
    const c11 = await compute('--taille', '3', '--signature', '30/09/2022', '--as-of', '30 septembre 2022');
    // 75 000 without the top-up, 75 000 + 56 250 = 131 250 with it
    expect(c11).toMatchObject({ kind: 'ambiguous', taille: 3, versements: [], totaux: [75_000, 131_250] });
  });

  it('C13 pays three quarters when the year begins and the rest on an unknown day', async () => {
    const json = await compute('--taille', '2', '--signature', '2024-01-15', '--annee', '2');
    const dates = json.versements.map(({ date, montant }: { date: string; montant: number }) => [date, montant]);
    expect(dates).toEqual([
      ['2025-01-15', 45_000],
      [null, 15_000],
    ]); // 60 000 × 75 %, 60 000 − 45 000
  });

  it.each([
    ['C16', 'jours', 20_109.29, 15_081.97, 5027.32], // 40 000 × 184/366, × 75 %, difference
    ['C17', 'mois', 20_000, 15_000, 5000], // 40 000 × 6/12, × 75 %, difference
  ])('%s prorates a mission in %s', async (_, prorata, montant, avance, solde) => {
    const mission = 'prevention:fixe=40 000:demarrage=2024-07-15';
    const json = await compute(
      '--taille',
      '2',
      '--signature',
      '2024-01-15',
      '--annee',
      '1',
      '--prorata',
      prorata,
      '--mission',
      mission,
    );
    const ligne = json.lignes.find(({ code }: { code: string }) => code === 'mission:prevention:fixe');
    expect(ligne).toMatchObject({ montant, statut: 'en-vigueur', confiance: 'C' });
    expect(json.versements).toContainEqual(expect.objectContaining({ date: '2024-07-15', montant: avance }));
    expect(json.versements).toContainEqual(expect.objectContaining({ date: '2025-01-15', montant: solde }));
  });

  it('C24 counts a variable part at its rate, written as a decimal or a percentage', async () => {
    for (const taux of ['0.8', '0,8', '80 %', '80%', '4/5']) {
      const json = await compute('--taille', '2', '--mission', `prevention:fixe=0:variable=20000:taux=${taux}`);
      const ligne = json.lignes.find(({ code }: { code: string }) => code === 'mission:prevention:variable');
      expect(ligne.montant).toBe(16_000); // 20 000 × 80 %
    }
  });

  it('gives each line its references and an address when one is known', async () => {
    const json = await compute('--taille', '1', '--signature', '2022-05-10', '--annee', '1');
    const [fonctionnement, complement] = json.lignes;
    expect(fonctionnement.references).toContainEqual({
      texte: '2019-06-20-aci',
      article: '9',
      refs: ['JO19-ART9', 'SEN25-B'],
    });
    expect(complement.references).toEqual([
      {
        texte: '2021-12-20-avenant-2',
        refs: ['S2', 'SML623'],
        url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000045443303',
      },
    ]);
  });
});

describe('financement without all it needs', () => {
  it('asks for the population, the field name first', async () => {
    const json = await compute();
    expect(json).toMatchObject({ kind: 'missing-input', total: null, lignes: [], versements: [], plafond: null });
    expect(json.missing[0]).toMatch(/^population : /);
  });

  it('says why nothing applies before the accord', async () => {
    const json = await compute('--taille', '2', '--as-of', '2018-01-01');
    expect(json).toMatchObject({ kind: 'not-covered', asOf: '2018-01-01', total: null });
    expect(json.reason).toContain('25 août 2019');
  });

  it('uses the amounts and dates of a profile, and lets what is typed win', async () => {
    // 60 000 + 40 000 + 1 000,50 + 20 000 × 0,8 = 117 000,50, second year
    expect(await compute('--profil', 'profil.json', '--annee', '2')).toMatchObject({ taille: 2, total: 117_000.5 });
    // 90 000 + 10 000 + 1 000,50 + 500 = 101 500,50: size 4, typed fixed part, typed euros instead of the saved rate
    const typed = ['--taille', '4', '--mission', 'prevention:fixe=10000', '--mission', 'parcours:atteint=500'];
    expect(await compute('--profil', 'profil.json', '--annee', '2', ...typed)).toMatchObject({
      taille: 4,
      total: 101_500.5,
    });
  });
});

describe('financement as text', () => {
  it('shows lines, totals, payments, hypotheses and gaps', async () => {
    const { out } = await run('financement', '--population', '85k', '--signature', '2024-01-15', '--annee', '2');
    for (const part of ['taille 3', '75 000 €', 'Total', '56 250 €', 'date absente', 'Hypothèses', 'Non calculé']) {
      expect(out).toContain(part);
    }
  });

  it('says which amounts are the contract of the asker, and which were read in local contracts', async () => {
    const { out } = await run(
      'financement',
      '--taille',
      '3',
      '--mission',
      'prevention:fixe=12000',
      '--mission',
      'parcours',
    );
    expect(out).toContain('montant de votre contrat, versé d’après : accord conventionnel');
    expect(out).toContain('relevé dans des contrats locaux');
  });

  it.each([
    [
      'every reading',
      [
        '--population',
        '80000',
        '--contrat-entier',
        '--signature',
        '2022-09-30',
        '--mission',
        'prevention:demarrage=2023-03-30',
      ],
    ],
    ['a refusal to compute', ['--taille', '2', '--as-of', '2017-01-01']],
    ['a question back', ['--signature', '2019-11-04', '--taille', '2']],
  ])('passes the gate for %s', async (_, args) => {
    const { code, out } = await run('financement', ...args);
    expect(code).toBe(0);
    expect(out.trim()).not.toBe('');
  });
});

describe('financement refuses', () => {
  it.each([
    [['--population', '-5'], /--population : Une population de -5 n’est pas possible/],
    [['--population', '0'], /--population : Une population de 0/],
    [['--population', 'beaucoup'], /« beaucoup » n’est pas un nombre/],
    [['--population', '100', '--population', '200'], /--population : donné plusieurs fois/],
    [['--population', '--json'], /--population : il manque la valeur/],
    [['--populaton', '100'], /Vouliez-vous dire --population/],
    [['-p', '100'], /« -p » n’est pas une option/],
    [['100'], /« 100 » est en trop/],
    [['--taille', '5'], /La taille 5 n’existe pas/],
    [['--taille', '1', '--population', '90000'], /90 000 habitants ne font pas/],
    [['--taille', '2', '--signature', '2024-02-30'], /--signature : « 2024-02-30 » n’existe pas/],
    [['--taille', '2', '--signature', 'mars 2024'], /« mars 2024 » n’est pas une date complète/],
    [['--taille', '2', '--signature', '15/01/24'], /n’est pas une date complète/],
    [['--taille', '2', '--signature', '12/03/24'], /n’est pas une date complète/],
    [['--taille', '2', '--as-of', '2015-12-31'], /hors des dates traitées/],
    [['--taille', '2', '--as-of', '2101-01-01'], /hors des dates traitées/],
    [['--taille', '2', '--annee', '0'], /--annee : L’année de contrat 0 n’existe pas : donnez un rang de 1 à 5/],
    [
      ['--taille', '2', '--annee', '6'],
      /--annee : L’année de contrat 6 vient après le terme : donnez un rang de 1 à 5, ou/,
    ],
    [['--taille', '2', '--annee', '11'], /L’année de contrat 11 n’existe pas/],
    [['--taille', '2', '--membres', '-1'], /--membres : -1 n’est pas .* : donnez un nombre entier, de 0 à 1 000 000/],
    [['--taille', '2', '--membres', '12,5'], /--membres : 12,5 n’est pas/],
    [
      ['--taille', '2', '--signature', '2025-01-15', '--mission', 'parcours:demarrage=2025-01-14'],
      /ne peut pas démarrer le 14 janvier 2025, avant la signature du 15 janvier 2025/,
    ],
    [['--taille', '2', '--mission', 'prevention:variable=100:atteint=100,01'], /100,01 € atteints dépassent/],
    [['--taille', '2', '--mission', 'prevention:taux=1,2'], /« 1,2 » n’est pas une part.*de 0 à 1/],
    [['--taille', '2', '--annee', '1', '--contrat-entier'], /pas l’un et l’autre/],
    [['--taille', '2', '--prorata', 'moi'], /Vouliez-vous dire « mois »/],
    [['--taille', '2', '--renouvellement', '2024-01-01'], /donnez aussi la date de signature/],
    [['--taille', '2', '--mission', 'prevntion'], /« prevntion » n’existe pas ; les codes sont : acces-aux-soins/],
    [['--taille', '2', '--mission', 'prevention:fixes=12'], /Vouliez-vous dire fixe=/],
    [['--taille', '2', '--mission', 'prevention:fixe'], /il manque la valeur ; écrivez par exemple fixe=40000/],
    [['--taille', '2', '--mission', 'prevention:fixe=40000,505'], /les groupes de chiffres séparés par une espace/],
    [['--taille', '2', '--mission', 'prevention:fixe=40,000'], /« 40,000 »/],
    [['--taille', '2', '--mission', 'prevention:fixe=-4'], /n’est pas un montant en euros/],
    [['--taille', '2', '--mission', 'prevention:taux=80'], /« 80 » n’est pas une part.*0,8 ou 80 %/],
    [['--taille', '2', '--mission', 'prevention:taux=120 %'], /n’est pas une part/],
    [['--taille', '2', '--mission', 'prevention:taux=0.5:atteint=12'], /pas l’un et l’autre/],
    [['--taille', '2', '--mission', 'prevention:deploiement=2024-01-01'], /« deploiement » n’est pas un champ/],
    [['--taille', '2', '--mission', 'prevention', '--mission', 'prevention'], /donnée plusieurs fois/],
    [['--taille', '2', '--bareme', 'b.yaml'], /--bareme : le fichier « b.yaml » est introuvable/],
    [['--json=oui', '--taille', '2'], /ne prend pas de valeur/],
    [['--profil', 'absent.json'], /« absent.json » est introuvable/],
    [
      ['--profil', 'bornes.json'],
      /population : « 0 » n’est pas .*membres : « -1 » n’est pas .*taux : « 80 » n’est pas une part/,
    ],
    [['--profil', 'casse.json'], /n’est pas du JSON/],
    [['--profil', 'faux.json'], /« faux.json » : « tail » n’est pas un champ connu. Vouliez-vous dire « taille »/],
  ])('%j', async (args, message) => {
    for (const json of [[], ['--json']]) {
      if (json.length > 0 && args.some((arg) => arg.startsWith('--json'))) continue;
      const { code, out, err } = await run('financement', ...args, ...json);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(err).not.toMatch(/\n\s+at |ERR_/);
    }
  });

  it('lists every problem at once', async () => {
    const { err } = await run(
      'financement',
      '--population',
      'x',
      '--signature',
      'y',
      '--mission',
      'prevention:taux=80:fixe=z',
    );
    expect(
      err
        .split('\n')
        .filter((line) => line.startsWith('--'))
        .map((line) => line.split(' : ')[0]),
    ).toEqual(['--signature', '--population', '--mission prevention:taux', '--mission prevention:fixe']);
  });
});
