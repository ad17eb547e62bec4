import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const PROFIL = { nom: 'CPTS du test', signature: '2025-01-15', missions: { prevention: { fait: true } } };
const run = createTestCli({ 'profil.json': JSON.stringify(PROFIL) });

type EcheanceJson = {
  readonly code: string;
  readonly date: string;
  readonly etat: string;
  readonly joursRestants: number;
};

async function compute(...args: readonly string[]) {
  const { code, out, err } = await run('echeances', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const json = JSON.parse(out);
  const byCode = new Map<string, EcheanceJson>(
    json.echeances.map((echeance: EcheanceJson) => [echeance.code, echeance]),
  );
  return { json, find: (name: string) => byCode.get(name) };
}

describe('echeances --json on the validated examples', () => {
  it.each([
    // signature, access start +6, deployed +18, prevention start +12, deployed +24, fifth anniversary, last day
    ['D01', '2019-10-01', '2020-04-01', '2021-04-01', '2020-10-01', '2021-10-01', '2024-10-01', '2024-09-30'],
    ['D02', '2020-02-29', '2020-08-29', '2021-08-29', '2021-02-28', '2022-02-28', '2025-02-28', '2025-02-27'],
    ['D06', '2022-08-31', '2023-02-28', '2024-02-29', '2023-08-31', '2024-08-31', '2027-08-31', '2027-08-30'],
    ['D09', '2024-02-29', '2024-08-29', '2025-08-29', '2025-02-28', '2026-02-28', '2029-02-28', '2029-02-27'],
  ])('%s', async (_, signature, ...expected) => {
    const { find } = await compute('--signature', signature, '--as-of', signature);
    const codes = ['acces-aux-soins:demarrage', 'acces-aux-soins:deploiement', 'prevention:demarrage'];
    const all = [...codes, 'prevention:deploiement', 'anniversaire:5', 'contrat:fin'];
    expect(all.map((code) => find(code)?.date)).toEqual(expected);
  });

  it('D01 and D02 leave the crisis mission out and say so; D06 has it', async () => {
    const old = await compute('--signature', '2019-10-01');
    expect(old.find('crises-sanitaires:demarrage')).toBeUndefined();
    expect(old.json.notComputed.join(' ')).toContain('réponse aux crises sanitaires graves');
    const { find } = await compute('--signature', '2022-08-31');
    expect(find('crises-sanitaires:demarrage')?.date).toBe('2023-02-28'); // +6 months, clamped
  });

  it('D15 clamps the two months of silence of the ARS', async () => {
    const { find } = await compute('--projet-depose', '31/12/2025');
    expect(find('projet-sante:silence-ars')?.date).toBe('2026-02-28');
  });

  it('D18 advances fall on clamped anniversaries', async () => {
    const { find } = await compute('--signature', '2024-02-29');
    const dates = [2, 3, 4, 5, 6].map((annee) => find(`fonctionnement:avance:${annee}`)?.date);
    expect(dates).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']);
  });

  it('tells days left, what is near, past and done', async () => {
    const args = ['--signature', '2025-01-15', '--mission', 'parcours:demarrage=2025-10-01', '--as-of', '2025-06-15'];
    const { find } = await compute(...args);
    // 15 June to 15 July: 30 days
    expect(find('acces-aux-soins:demarrage')).toMatchObject({ etat: 'proche', joursRestants: 30 });
    expect(find('parcours:demarrage')).toMatchObject({ etat: 'a-venir' }); // planned, not done on 15 June
    const later = await compute(...args.slice(0, -1), '2025-10-01');
    expect(later.find('parcours:demarrage')).toMatchObject({ etat: 'fait' });
    expect(later.find('acces-aux-soins:demarrage')).toMatchObject({ etat: 'depassee', joursRestants: -78 }); // 16 + 31 + 30 + 1
  });

  it('takes what is done from the profile', async () => {
    const { find } = await compute('--profil', 'profil.json');
    expect([find('prevention:demarrage')?.etat, find('parcours:demarrage')?.etat]).toEqual(['fait', 'depassee']);
  });

  it('shows what was done late, what is postponed, and neither key where nothing was said', async () => {
    const missions = ['acces-aux-soins:demarrage=2025-09-01', 'parcours:demarrage=2026-02-01'];
    const args = ['--signature', '2025-01-15', ...missions.flatMap((mission) => ['--mission', mission])];
    const { find } = await compute(...args, '--as-of', '2025-12-01');
    // 15 July to 1 September: 16 + 31 + 1 = 48 days; 15 January to 1 February: 17 days
    expect(find('acces-aux-soins:demarrage')).toMatchObject({
      ...{ date: '2025-07-15', etat: 'fait', faitLe: '2025-09-01', retardJours: 48 },
      suivi: expect.stringContaining('48 jours après l’échéance'),
    });
    expect(find('parcours:demarrage')).toMatchObject({
      ...{ date: '2026-01-15', etat: 'proche', prevu: '2026-02-01', retardJours: 17 },
      suivi: expect.stringContaining('reporté : prévu le 1er février 2026'),
    });
    for (const key of ['faitLe', 'prevu', 'retardJours', 'suivi']) {
      expect(find('prevention:demarrage')).not.toHaveProperty(key);
      expect(find('anniversaire:1')).not.toHaveProperty(key);
    }
  });

  it('says where to ask for what no text dates', async () => {
    const { json } = await compute(
      '--signature',
      '2021-01-15',
      '--projet-depose',
      '2020-06-30',
      '--as-of',
      '2022-01-01',
    );
    const told: readonly string[] = json.notComputed;
    expect(told).toHaveLength(6);
    for (const gap of told) expect(gap).toMatch(/CPAM|ARS|contrat/);
  });

  it('says that a day was brought back only where it was', async () => {
    const { json, find } = await compute('--signature', '2022-08-31', '--as-of', '2022-08-31');
    const brought = json.echeances.filter(({ hypotheses = [] }: { hypotheses?: string[] }) =>
      hypotheses.some((hypothese) => hypothese.includes('ramenée')),
    );
    // start and rollout of the two missions that have six and eighteen months
    expect(brought.map(({ code }: EcheanceJson) => code)).toEqual([
      'acces-aux-soins:demarrage',
      'crises-sanitaires:demarrage',
      'acces-aux-soins:deploiement',
      'crises-sanitaires:deploiement',
    ]);
    expect(find('acces-aux-soins:demarrage')).toMatchObject({
      hypotheses: ['le 31 n’existe pas dans ce mois : la date est ramenée au 28 février 2023'],
    });
  });

  it('asks for the signature when it has no date at all', async () => {
    const { json } = await compute();
    expect(json).toMatchObject({ kind: 'missing-input', echeances: [] });
    expect(json.missing[0]).toMatch(/^signature : /);
  });
});

describe('echeances as text', () => {
  it('sets apart what is to come and what is past', async () => {
    const { out } = await run('echeances', '--signature', '2025-01-15');
    expect(out.indexOf('À venir')).toBeGreaterThan(0);
    expect(out.indexOf('Passées ou faites')).toBeGreaterThan(out.indexOf('À venir'));
    expect(out).toContain('14 janvier 2030  Dernier jour du contrat');
  });
});

describe('echeances refuses', () => {
  it.each([
    [['--signature', '2024-01-15', '--mission', 'sport'], /« sport » n’existe pas/],
    [
      ['--signature', '2024-01-15', '--mission', 'prevention:demarrage=2023-01-01'],
      /ne peut pas démarrer le 1er janvier 2023/,
    ],
    [
      ['--signature', '2024-01-15', '--mission', 'prevention:demarrage=2024-06-01:deploiement=2024-05-31'],
      /avant son démarrage/,
    ],
    [['--signature', '2024-01-15', '--mission', 'prevention:deploiement=2024-01-14'], /avant la signature/],
    [['--signature', '2024-01-15', '--mission', 'prevention:fixe=12'], /« fixe » n’est pas un champ/],
    [['--signature', '2024-01-15', '--mission', 'parcours', '--mission', 'parcours'], /donnée plusieurs fois/],
    [['--signature', '2024-01-15', '--renouvellement', '2025-01-15'], /précède le terme/],
    [['--projet-depose', '2024-13-01'], /n’existe pas dans le calendrier/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run('echeances', ...args, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
