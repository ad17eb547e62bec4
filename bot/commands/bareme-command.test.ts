import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';
import { toFile, verify, verifyJson } from './testing/verify-bareme.ts';

const MODELE = readFileSync(join(import.meta.dirname, '../../docs/bareme-modele.yaml'), 'utf8');

describe('the file to fill', () => {
  it('is the one that the command prints, and can be used as it is', async () => {
    const run = createTestCli({ 'b.yaml': MODELE });
    expect(await run('bareme', 'modele')).toMatchObject({ code: 0, out: MODELE, err: '' });
    const json = await verifyJson(MODELE);
    // 4 sizes × (5 missions × 2 parts in 2019, 6 × 2 and 2 of the crises in 2022) + 2 ceilings = 40 + 56 + 2
    expect(json).toMatchObject({
      valide: true,
      problemes: [],
      avertissements: [],
      remplies: [],
      sommes: [],
      effets: [],
    });
    expect(json.vides).toHaveLength(98);
  });

  it('names every cell that is empty', async () => {
    const { vides } = await verifyJson(MODELE);
    for (const { depuis, taille, mission, volet } of vides) {
      const [, bloc = ''] = MODELE.split(`depuis: ${depuis}\n`);
      const [own = ''] = bloc.split('  - depuis:');
      const place =
        mission === null
          ? `plafonds:[^]*taille${taille}: null`
          : `taille${taille}:\\n[^]*?${mission}: [^\\n]*${volet}: null`;
      expect(own).toMatch(new RegExp(place));
    }
  });

  it('can be filled line by line', async () => {
    const filled = MODELE.replaceAll('article: null', 'article: "8"')
      .replaceAll('lu: null', 'lu: Légifrance')
      .replaceAll('luLe: null', 'luLe: 2026-11-01')
      .replaceAll('fixe: null', 'fixe: 1 000.50');
    const json = await verifyJson(filled);
    // 4 sizes × (5 + 6) fixed parts
    expect(json.remplies).toHaveLength(44);
    expect(json.valide).toBe(true);
  });
});

describe('bareme verifier', () => {
  it('says what is given, the sums, and what changes', async () => {
    const json = await verifyJson(
      toFile(
        'montants:',
        '  taille1:',
        '    prevention: { fixe: 20000, variable: 15 000.50 }',
        'plafonds: { taille2: 387500 }',
      ),
    );
    expect(json.remplies).toEqual([
      expect.objectContaining({
        depuis: '2022-03-31',
        taille: 1,
        mission: 'prevention',
        volet: 'fixe',
        montant: 20_000,
      }),
      expect.objectContaining({ volet: 'variable', montant: 15_000.5 }),
      expect.objectContaining({ taille: 2, mission: null, volet: 'plafond', montant: 387_500 }),
    ]);
    // 20 000 + 15 000,50 = 35 000,50; + 50 000 = 85 000,50
    expect(json.sommes).toEqual([
      expect.objectContaining({ taille: 1, missions: 35_000.5, somme: 85_000.5, plafond: 287_500, complete: false }),
    ]);
    expect(json.effets).toEqual([
      // 50 000, then 50 000 + 20 000 with no rate reached
      expect.objectContaining({
        taille: 1,
        avant: expect.objectContaining({ total: 50_000 }),
        apres: expect.objectContaining({ total: 70_000 }),
      }),
      expect.objectContaining({
        taille: 2,
        avant: expect.objectContaining({ plafond: null }),
        apres: expect.objectContaining({ plafond: 387_500 }),
      }),
    ]);
    expect(json.vides).toHaveLength(95); // 98 − 3
  });

  it('warns where local contracts say otherwise, and where a recognised crisis would exceed the ceiling', async () => {
    const text = toFile(
      'montants:',
      '  taille3: { prevention: { fixe: 18000 } }',
      '  taille1: { crises-sanitaires: { fixe: 200000, variable: 0, siCriseReconnue: 40000 } }',
    );
    const { avertissements } = await verifyJson(text);
    expect(avertissements).toEqual([
      expect.objectContaining({ ligne: 5, message: expect.stringMatching(/18.000.€ au lieu de 17.500.€/) }),
      // 50 000 + 200 000 + 40 000 = 290 000; − 287 500 = 2 500
      expect.objectContaining({ ligne: 6, message: expect.stringMatching(/290.000.€ dépasse de 2.500.€/) }),
    ]);
  });

  it('shows the same to a reader, through the gate', async () => {
    const { code, out } = await verify(toFile('montants: { taille1: { prevention: { fixe: 20000 } } }'));
    expect(code).toBe(0);
    for (const part of ['Montants remplis : 1', 'somme partielle', 'Ce qui change', 'Encore vide', '70 000 €']) {
      expect(out).toContain(part);
    }
  });
});

describe('a sum of a size', () => {
  // 287 500 − 50 000 = 237 500 for the missions of size 1
  it.each([
    ['equal to the ceiling', '237500', true],
    ['one cent above', '237500.01', false],
  ])('%s: %s € of missions', async (_, fixe, valide) => {
    const json = await verifyJson(toFile('montants:', `  taille1: { prevention: { fixe: ${fixe} } }`));
    expect(json.valide).toBe(valide);
  });

  it('above the ceiling is told with the sum, the ceiling, the excess and where the ceiling was read', async () => {
    const { code, err } = await verify(
      toFile('montants:', '  taille4:', '    parcours: { fixe: 400000, variable: 100 000 }'),
    );
    expect(code).toBe(2);
    // 90 000 + 500 000 = 590 000; − 580 000 = 10 000
    for (const part of ['ligne 5, colonne 7', '590 000 €', '580 000 €', '10 000 €', 'QDM2112, S2, SML794']) {
      expect(err).toContain(part);
    }
  });

  it('is compared with a ceiling of the file itself', async () => {
    const text = toFile('montants: { taille2: { parcours: { fixe: 100000 } } }', 'plafonds: { taille2: 150000 }');
    expect((await verify(text)).err).toContain('10 000 € de plus que le plafond annuel de 150 000 €'); // 60 000 + 100 000 − 150 000
  });

  it('is compared with the ceiling of its own day', async () => {
    const older = toFile('montants: { taille1: { parcours: { fixe: 170000.01 } } }').replace(
      '2022-03-31',
      '2019-08-25',
    );
    expect((await verify(older)).err).toContain('220 000 €'); // 50 000 + 170 000,01 > 220 000
  });
});

describe('the command itself', () => {
  it.each([
    [['bareme'], /il manque ce qu’il faut faire du barème/],
    [['bareme', 'verifer', 'b.yaml'], /Vouliez-vous dire « verifier »/],
    [['bareme', 'verifier'], /il manque le fichier/],
    [['bareme', 'verifier', 'absent.yaml'], /introuvable/],
    [['bareme', 'verifier', 'a', 'b'], /« b » est en trop/],
    [['bareme', 'modele', 'x'], /« x » est en trop/],
    [
      ['financement', '--taille', '2', '--bareme', 'absent.yaml'],
      /--bareme : le fichier « absent.yaml » est introuvable/,
    ],
  ])('%j is refused', async (args, message) => {
    const { code, out, err } = await createTestCli()(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('gives financement the amounts of the file, and says where they come from', async () => {
    const text = toFile('montants: { taille2: { prevention: { fixe: 20000, variable: 10000 } } }');
    const run = createTestCli({ 'b.yaml': text });
    const args = ['financement', '--taille', '2', '--signature', '2024-01-15', '--annee', '2', '--bareme', 'b.yaml'];
    const mission = ['--mission', 'prevention:taux=0,5'];
    const json = JSON.parse((await run(...args, ...mission, '--json')).out);
    expect(json).toMatchObject({ total: 85_000, estimation: null, maximum: 90_000 }); // 60 000 + 20 000 + 10 000 × 1/2
    expect(json.hypotheses.join(' ')).toContain('barème fourni par votre administrateur, b.yaml');
    expect(json.lignes[1].references[0]).toMatchObject({
      texte: '2021-12-20-avenant-2',
      article: '8',
      refs: [],
      bareme: { fichier: 'b.yaml', ou: 'Journal officiel', le: '2026-11-01' },
    });
    const { out } = await run(...args, ...mission);
    expect(out).toContain(
      'barème fourni par votre administrateur (b.yaml), d’après : avenant 2, 8, lu le 1er novembre 2026',
    );
    // Without the option, nothing is left of it.
    expect(JSON.parse((await run(...args.slice(0, -2), ...mission, '--json')).out).total).toBe(60_000);
  });

  it('names a text that the corpus lacks by its title', async () => {
    const text = toFile('montants: { taille2: { prevention: { fixe: 20000 } } }').replace(
      'texte: 2021-12-20-avenant-2',
      'titre: Arrêté du 3 mai 2025',
    );
    const run = createTestCli({ 'b.yaml': text });
    const { out } = await run('financement', '--taille', '2', '--mission', 'prevention', '--bareme', 'b.yaml');
    expect(out).toContain('d’après : Arrêté du 3 mai 2025');
  });
});
