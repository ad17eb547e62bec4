import { describe, expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import type { Faits } from './faits.ts';
import { situate } from './situate.ts';

const { comprehension } = loadTestAssembly().pipeline;

/** Facts of the words of a question, as `situate` reads them. */
function read(text: string): Faits {
  return situate({ text, today: TODAY }, comprehension).faitsDits;
}

function day(date: string) {
  return { from: date, to: date };
}

describe('extractFaits, on dates', () => {
  it.each([
    ['on a signé le 10 mars 2025', { signature: day('2025-03-10') }],
    ['We signed on 10 March 2025', { signature: day('2025-03-10') }],
    ["adhésion à l'ACI le 30 septembre 2022", { signature: day('2022-09-30') }],
    ['signature : 15/01/24', { signature: day('2024-01-15') }],
    // Day first in French: 3 April.
    ['03/04/2024 : signature du contrat', { signature: day('2024-04-03') }],
    ['on a signé en mai 2022', { signature: { from: '2022-05-01', to: '2022-05-31' } }],
    // Eighteen months before 21 November 2026: 21 May 2025.
    ['il y a 18 mois on a signé', { signature: day('2025-05-21') }],
    ['projet de santé déposé le 31 juillet 2026', { projetDepose: '2026-07-31' }],
    ["projet transmis à l'ARS le 5 mai 2026", { projetDepose: '2026-05-05' }],
    ['notre contrat a été renouvelé le 12 juin 2024', { renouvellement: '2024-06-12' }],
    ['démarrage prévu le 01/10/2026', { mission: { demarrage: '2026-10-01' } }],
    ['mission déployée le 3 mars 2026', { mission: { deploiement: '2026-03-03' } }],
    [
      'contrat du 10/03/2025, mission démarrée le 1er septembre 2025',
      { signature: day('2025-03-10'), mission: { demarrage: '2025-09-01' } },
    ],
  ])('gives each date of « %s » to its event', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['on a signé la veille du 1er octobre 2022', '2022-09-30'],
    ['signature le lendemain du 30 septembre 2022', '2022-10-01'],
    ['signature la veille de la date limite du 30 septembre 2022', '2022-09-29'],
    ['signature la veille de la date limite, le 29 septembre 2022', '2022-09-29'],
    ['signature après le 30 septembre 2022', '2022-10-01'],
    ['a size 2 CPTS signs the day before 1 October 2022', '2022-09-30'],
    ['contrat signé à la date limite du 30 septembre 2022', '2022-09-30'],
    ['le 31 mars 2022, une taille 2 signe', '2022-03-31'],
    ['le 31 mars 2022 une taille 2 qui compte 65 000 habitants adhère', '2022-03-31'],
    ['avenant 2, dernier jour, 30 septembre 2022, la taille 4 adhère : combien ?', '2022-09-30'],
    ['a size 3 community signed the day before the deadline, on 29 September 2022', '2022-09-29'],
  ])('takes the day meant in « %s » for the signature', (text, expected) => {
    expect(read(text).signature).toEqual(day(expected));
  });

  it.each([
    'la date limite du 30 septembre 2022 pour signer, taille 2',
    'au 31 mars 2022, combien reçoit une communauté de taille 2 pour signer ?',
    'on avait adhéré avant le 30 septembre 2022',
    "plafond de l'accord au 30 mars 2022",
    'que disait-on en 2018 ?',
  ])('takes no date of « %s » for the signature', (text) => {
    expect(read(text).signature).toBeUndefined();
  });
});

describe('extractFaits, on sizes and populations', () => {
  it.each([
    ['taille 3', { tailles: [3] }],
    ['T3', { tailles: [3] }],
    ['taille deux', { tailles: [2] }],
    ['size 4', { tailles: [4] }],
    ['tailles 2 et 3', { tailles: [2, 3] }],
    ['tailles 1, 2 et 4', { tailles: [1, 2, 4] }],
    // From 2 to 4: 2, 3 and 4.
    ['tailles 2 à 4', { tailles: [2, 3, 4] }],
    ['85 000 habitants', { population: 85_000 }],
    ['85000hab', { population: 85_000 }],
    ['on couvre 85k', { population: 85_000 }],
    ['quatre-vingt mille habitants', { population: 80_000 }],
    ['one hundred and twenty thousand inhabitants', { population: 120_000 }],
    ['une population municipale de 63 500', { population: 63_500 }],
    ['un territoire de 12 communes, 63 500 habitants', { population: 63_500 }],
    ['90 membres et 45 000 habitants', { membres: 90, population: 45_000 }],
    ['nous sommes 120 professionnels', { membres: 120 }],
    // What cannot be is kept as it is written, so that it can be refused.
    ['-5 habitants', { population: -5 }],
    ['population de −5', { population: -5 }],
    ['0 habitant', { population: 0 }],
    ['10^9 habitants', { population: 1_000_000_000 }],
  ])('reads « %s »', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it.each([
    ['a range of a size', 'de 40 000 à 80 000 habitants, c’est quelle taille ?'],
    ['a bound', 'moins de 40 000 habitants'],
    ['money', '56 250 € c’est quoi'],
    ['a count of communes', 'nous avons 1 200 communes'],
    ['a year', 'le plafond en 2020'],
  ])('takes no %s for a population', (_, text) => {
    expect(read(text).population).toBeUndefined();
  });

  it('keeps a bound as a bound', () => {
    expect(read('moins de 40 000 habitants').populationBornee).toEqual({ sens: 'moins', habitants: 40_000 });
    expect(read('plus de 175 000 habitants').populationBornee).toEqual({ sens: 'plus', habitants: 175_000 });
  });
});

describe('extractFaits, on money, shares, ranks and lengths', () => {
  it.each([
    // Money is in cents: 45 000 € are 4 500 000 cents.
    ['part fixe de 45 000 €', { mission: { fixe: 4_500_000 } }],
    ['part fixe 45k', { mission: { fixe: 4_500_000 } }],
    ['atteint 12 000 € de part variable', { mission: { atteint: 1_200_000 } }],
    [
      "volet variable 24 500 €, taux d'atteinte 65 %",
      { mission: { variable: 2_450_000, taux: { num: 65, den: 100 } } },
    ],
    ['mission prévention, part fixe 20 000 €', { missions: { prevention: { fixe: 2_000_000 } } }],
    ['part fixe 30 000 €, démarrage 6 mois après la signature', { mission: { fixe: 3_000_000, demarrageMois: 6 } }],
    ['56 250 €, c’est quoi ?', { montants: [5_625_000] }],
    ['les 580k c’est quoi', { montants: [58_000_000] }],
    ['112 500 € ou 131 250 € ?', { montants: [11_250_000, 13_125_000] }],
    ['une hausse de 50 %', { pourcents: [50] }],
    // Five years are 60 months.
    ['un contrat de 5 ans', { durees: [60] }],
    ['année 3 du contrat', { annee: 3 }],
    ['troisième année de contrat', { annee: 3 }],
    ['second year of contract', { annee: 2 }],
    ['avenant 3', { avenants: [3] }],
    ['avenant n° 2', { avenants: [2] }],
    ["l'avenant numéro trois", { avenants: [3] }],
    ['deuxième avenant', { avenants: [2] }],
    ['avenant II', { avenants: [2] }],
    ['avenants 2 et 3', { avenants: [2, 3] }],
    ['avenant 2 et taille 3', { avenants: [2], tailles: [3] }],
  ])('reads « %s »', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it('finds no fact where no figure stands', () => {
    expect(read('Quelles sont les règles ?')).toEqual({});
  });
});
