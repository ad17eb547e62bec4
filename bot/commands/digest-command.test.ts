import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const VALLEES = {
  nom: 'CPTS des 3 Vallées',
  population: 85_000,
  signature: '2022-05-10',
  missions: { prevention: { demarrage: '2023-01-10', deploiement: '2024-01-10', fixe: 20_000, variable: 10_000 } },
};
const run = createTestCli({
  'vallees.json': JSON.stringify(VALLEES),
  'sans-date.json': JSON.stringify({ nom: 'Sans date', taille: 2, missions: {} }),
  'sans-rien.json': JSON.stringify({ nom: 'Sans rien', missions: {} }),
  'refusee.json': JSON.stringify({ nom: 'Refusée', signature: '2022-05-10', missions: { sport: {} } }),
  'ancienne.json': JSON.stringify({ nom: 'Ancienne', population: 30_000, signature: '2020-10-01', missions: {} }),
  'terme.json': JSON.stringify({ nom: 'Au terme', population: 30_000, signature: '2020-01-15', missions: {} }),
});

async function read(...args: readonly string[]) {
  const { code, out, err } = await run('digest', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

function codes(echeances: readonly { readonly code: string; readonly joursRestants: number }[]) {
  return echeances.map(({ code, joursRestants }) => [code, joursRestants]);
}

describe('digest --json', () => {
  it('tells what is late, what comes and what will be paid, with days left, standing and references', async () => {
    const json = await read('--profil', 'vallees.json', '--as-of', '2026-03-01', '--horizon', '90');
    expect(json).toMatchObject({ kind: 'digest', asOf: '2026-03-01', depuis: null, horizon: 90, rienADire: false });
    const [community] = json.communautes;
    expect(community.nom).toBe('CPTS des 3 Vallées');
    // Signed on 10 May 2022: the mission of crises starts 6 months later and is rolled out after 18, access after 6 and 18.
    const late = codes(community.depassees);
    expect(late).toContainEqual(['acces-aux-soins:demarrage', -1207]);
    expect(late.filter(([code]) => String(code).startsWith('prevention:'))).toEqual([]);
    expect(late.filter(([code]) => String(code).startsWith('anniversaire:'))).toEqual([]);
    expect(codes(community.aVenir)).toEqual([
      ['anniversaire:4', 70],
      ['fonctionnement:avance:5', 70],
    ]);
    // 75 000 € × 3/4; 20 000 € × 3/4; 20 000 € − 15 000 €
    const paid = community.versements.map(({ date, montant, statut }: Record<string, unknown>) => [
      date,
      montant,
      statut,
    ]);
    expect(paid).toEqual([
      ['2026-05-10', 5000, 'en-vigueur'],
      ['2026-05-10', 56_250, 'en-vigueur'],
      ['2026-05-10', 15_000, 'en-vigueur'],
    ]);
    for (const { references } of [...community.aVenir, ...community.versements]) expect(references).not.toEqual([]);
  });

  it('tells the next payment when none falls within the horizon, and is then silent', async () => {
    const done = { ...VALLEES, missions: {} };
    const quiet = createTestCli({
      'x.json': JSON.stringify({ ...done, signature: '2019-09-10', renouvellement: '2024-09-10' }),
    });
    const { out } = await quiet('digest', '--profil', 'x.json', '--as-of', '2027-01-05', '--horizon', '30', '--json');
    const [community] = JSON.parse(out).communautes;
    expect(community.aVenir).toEqual([]);
    expect(community.versements).toMatchObject([{ date: '2027-09-10', dansHorizon: false }]);
  });

  it('keeps the horizon: the last day is in, the next is not', async () => {
    for (const [horizon, found] of [
      ['70', 2],
      ['69', 0],
    ] as const) {
      const json = await read('--profil', 'vallees.json', '--as-of', '2026-03-01', '--horizon', horizon);
      expect(json.communautes[0].aVenir).toHaveLength(found);
    }
  });

  it('says what a profile lacks and how to fill it, and tells the other communities all the same', async () => {
    const profils = ['sans-date', 'sans-rien', 'refusee', 'terme', 'vallees'].flatMap((nom) => [
      '--profil',
      `${nom}.json`,
    ]);
    const { communautes } = await read(...profils, '--as-of', '2026-03-01');
    const [date, rien, refusee, terme, vallees] = communautes;
    expect(date.manques).toEqual([expect.stringMatching(/signature.*profil/)]);
    expect(rien.manques).toEqual([expect.stringMatching(/signature/), expect.stringMatching(/population.*taille/)]);
    expect(refusee.manques).toEqual([expect.stringMatching(/sport/)]);
    expect(terme.manques).toEqual([expect.stringMatching(/renouvel/)]);
    expect(vallees.versements).not.toEqual([]);
  });

  it('tells which contract years the texts change, from what to what', async () => {
    const json = await read('--profil', 'ancienne.json', '--as-of', '2022-05-20', '--depuis', '2022-03-01');
    expect(json.communautes[0].changements.estimations).toMatchObject([
      { nom: null, annees: [3, 4, 5], differences: [{ code: 'plafond', a: 220_000, b: 287_500 }] },
    ]);
    expect(json.textes).toContainEqual(
      expect.objectContaining({ texte: '2021-12-20-avenant-2', nature: 'entree-en-vigueur', jour: '2022-03-31' }),
    );
    const plafond = json.regles.find(({ code }: { code: string }) => code === 'plafond');
    expect(plafond).toMatchObject({ taille: 1, a: 220_000, b: 287_500, cause: { jour: '2022-03-31' } });
    // Told once, it is not told again.
    const next = await read('--profil', 'ancienne.json', '--as-of', '2022-05-27', '--depuis', '2022-05-20');
    expect(next).toMatchObject({
      textes: [],
      passages: [],
      regles: [],
      communautes: [{ changements: { estimations: [] } }],
    });
  });

  it('says when messages would come: holidays, week-ends, and one message a day', async () => {
    const when = ['--jour', 'lundi', '--heure', '9h', '--rappels', '30,7,1'];
    const json = await read('--profil', 'vallees.json', '--as-of', '2026-04-01', '--horizon', '60', ...when);
    const days = json.envois.map(({ kind, jour }: Record<string, string>) => `${kind} ${jour}`);
    // Easter Monday is 6 April, Whit Monday 25 May: the next day.
    expect(days).toContain('digest 2026-04-07');
    expect(days).toContain('digest 2026-05-26');
    // 10 May is a Sunday: 30 days before is Friday 10 April; 7 days before, Sunday 3 May, after Friday 1 May: Thursday
    // 30 April; the eve, Saturday 9 May, after Friday 8 May: Thursday 7 May.
    expect(days.filter((text: string) => text.startsWith('rappel'))).toEqual([
      'rappel 2026-04-10',
      'rappel 2026-04-30',
      'rappel 2026-05-07',
    ]);
    expect(json.envois[0]).toMatchObject({ du: '2026-04-07T07:00:00.000Z' });
  });

  it('speaks English when asked to', async () => {
    const { langue, text } = await read('--profil', 'vallees.json', '--as-of', '2026-03-01', '--langue', 'en');
    expect(langue).toBe('en');
    expect(text).toMatch(/^Digest of 1 March 2026/);
    expect(text).not.toMatch(/ jours | depuis /);
  });
});

describe('digest, for a reader', () => {
  it('writes the whole digest as text', async () => {
    const { out } = await run('digest', '--profil', 'vallees.json', '--as-of', '2026-03-01', '--horizon', '90');
    expect(out).toContain('Digest du 1er mars 2026');
    expect(out).toContain('CPTS des 3 Vallées');
    expect(out).toContain('10 mai 2026, dans 70 jours : 56 250 €');
    expect(out).toContain('en vigueur, d’après : accord conventionnel interprofessionnel (ACI), article 9');
  });

  it.each([
    [[], /--profil : cette option est nécessaire/],
    [['--profil', 'vallees.json', '--horizon', '0'], /--horizon : « 0 ».*de 1 à 366/],
    [['--profil', 'vallees.json', '--horizon', '-3'], /--horizon : « -3 »/],
    [['--profil', 'vallees.json', '--horizon', '367'], /--horizon : « 367 »/],
    [
      ['--profil', 'vallees.json', '--fuseau', 'Europe/Pariss'],
      /--fuseau : « Europe\/Pariss ».*Vouliez-vous dire Europe\/Paris/,
    ],
    [['--profil', 'vallees.json', '--fuseau', 'La Réunion'], /Vouliez-vous dire Indian\/Reunion/],
    [['--profil', 'vallees.json', '--fuseau', '+02:00'], /--fuseau : « \+02:00 » n’est pas un fuseau/],
    [['--profil', 'vallees.json', '--jour', 'lundi', '--heure', '25'], /--heure : « 25 » ne se lit pas/],
    [['--profil', 'vallees.json', '--jour', 'lundi', '--heure', '9h60'], /--heure : « 9h60 »/],
    [['--profil', 'vallees.json', '--jour', 'lundredi', '--heure', '9h'], /--jour : « lundredi » ne désigne/],
    [['--profil', 'vallees.json', '--jour', 'lundi'], /--jour : donnez le jour et l’heure ensemble/],
    [['--profil', 'vallees.json', '--rappels', 'demain'], /--rappels : « demain »/],
    [['--profil', 'vallees.json', '--depuis', '2026-12-01', '--as-of', '2026-11-01'], /--depuis : le digest précédent/],
    [['--profil', 'absent.json'], /absent\.json.*introuvable/],
  ])('refuses %j in French, and writes nothing', async (args, sentence) => {
    const { code, out, err } = await run('digest', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});
