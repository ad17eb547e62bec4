import { describe, expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { loadCommandes } from './load-commandes.ts';
import { hasFaits, readArguments } from './read-arguments.ts';

const { comprehension } = loadTestAssembly().pipeline;
const lecture = { today: TODAY, comprehension, donnees: loadCommandes().arguments };

function read(text: string) {
  const { faits, incompris, supposes, periode, contratEntier, prorata } = readArguments(text, 'financement', lecture);
  const { population, tailles, membres, signature, renouvellement, annee, missions } = faits;
  const day = signature && (signature.from === signature.to ? signature.from : `${signature.from}/${signature.to}`);
  const all = { population, taille: tailles?.[0], membres, signature: day, renouvellement, annee, missions };
  const rest = {
    asOf: periode?.to,
    contratEntier: contratEntier || undefined,
    prorata,
    incompris: incompris.length > 0 ? incompris.map(({ text: words }) => words) : undefined,
    supposes: supposes.length > 0 ? supposes.map(({ text: words, comme }) => `${words} ${comme}`) : undefined,
  };
  return Object.fromEntries(Object.entries({ ...all, ...rest }).filter(([, value]) => value !== undefined));
}

describe('the arguments of a command', () => {
  it.each([
    ['85 000 hab signé 12/03/2024', { population: 85_000, signature: '2024-03-12' }],
    ['signé 12/03/2024 85 000 hab', { population: 85_000, signature: '2024-03-12' }],
    ['85000 signé le 12 mars 2024', { population: 85_000, signature: '2024-03-12' }],
    ['taille 3, 120 membres', { taille: 3, membres: 120 }],
    ['taille 4 année 1', { taille: 4, annee: 1 }],
    ['size 2 year 3', { taille: 2, annee: 3 }],
    ['1e999 habitants', { incompris: ['1e'] }],
    ['T2 signé le 01/02/2023 année 2', { taille: 2, signature: '2023-02-01', annee: 2 }],
    [
      'taille 2 signée en mai 2022 année 2 mission prévention 20 000 €',
      {
        taille: 2,
        signature: '2022-05-01/2022-05-31',
        annee: 2,
        missions: { prevention: { fixe: 2_000_000 } },
        supposes: ['20 000 € fixe'],
      },
    ],
    [
      'année 2, prévention fixe 20 000 € variable 10 000 €, taille 2',
      { taille: 2, annee: 2, missions: { prevention: { fixe: 2_000_000, variable: 1_000_000 } } },
    ],
    [
      'taille 2 prévention fixe 20 000 € parcours fixe 30 000 €',
      { taille: 2, missions: { prevention: { fixe: 2_000_000 }, parcours: { fixe: 3_000_000 } } },
    ],
    [
      'size 3 signed 12 March 2024 contract year 2 80 members',
      { taille: 3, signature: '2024-03-12', annee: 2, membres: 80 },
    ],
    [
      '85,000 inhabitants signed 2024-03-12 whole contract',
      { population: 85_000, signature: '2024-03-12', contratEntier: true },
    ],
    ['taille 1 contrat entier signé le 3 février 2023', { taille: 1, signature: '2023-02-03', contratEntier: true }],
    ['taille 1 signé le 3 février 2023 prorata en mois', { taille: 1, signature: '2023-02-03', prorata: 'mois' }],
    ['85 000 habitants au 1er mars 2022', { population: 85_000, asOf: '2022-03-01' }],
    [
      'signé le 12/03/2019 renouvelé le 12/03/2024 taille 4',
      { taille: 4, signature: '2019-03-12', renouvellement: '2024-03-12' },
    ],
    ['taille 2 12/03/2024', { taille: 2, signature: '2024-03-12', supposes: ['12/03/2024 signature'] }],
    [
      'prévention démarrée le 01/09/2025 signé le 15/01/2025 taille 2',
      { taille: 2, signature: '2025-01-15', missions: { prevention: { demarrage: '2025-09-01' } } },
    ],
  ])('« %s »', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['85 000 hab bleu turquoise', ['bleu turquoise']],
    ['taille 2 et taille 3', ['3']],
    ['taille 2 avenant 3', ['avenant', '3']],
    ['taille 2 20 000 €', ['20 000 €']],
    ['taille 2 patate signé le 12/03/2024 xyz', ['patate', 'xyz']],
  ])('tells what it does not understand: « %s »', (text, incompris) => {
    expect(read(text).incompris).toEqual(incompris);
  });

  it('tells what was understood and serves nothing here', () => {
    const read = readArguments(
      'signé le 12/03/2024, 85 000 habitants, prévention démarrée 6 mois après la signature',
      'echeances',
      lecture,
    );
    expect(read.inutiles.map(({ text }) => text)).toEqual(['85 000']);
    expect(read.incompris).toEqual([]);
    expect(read.faits.missions).toEqual({ prevention: { demarrageMois: 6 } });
  });

  it('tells a day that does not exist', () => {
    expect(readArguments('taille 2 signé le 31/02/2024', 'financement', lecture).problems).toMatchObject([
      { code: 'date-impossible' },
    ]);
  });

  it('knows when there is nothing to use', () => {
    expect(hasFaits(readArguments('du fonctionnement, combien', 'financement', lecture))).toBe(false);
    expect(hasFaits(readArguments('taille 2', 'financement', lecture))).toBe(true);
  });
});
