import { describe, expect, it } from 'vitest';
import type { BlocBareme, MontantBareme } from '#corpus/law/bareme.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { computeFinancement } from '../financement/compute-financement.ts';
import { findPlafond } from '../plafond/find-plafond.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findMontantBareme } from './find-in-bareme.ts';

const corpus = loadTestParametres();
const euros = toCentimes;

function bloc(depuis: string, volets: MontantBareme, plafond?: number): BlocBareme {
  return {
    depuis: CalendarDate.parse(depuis),
    rang: 0,
    reference: { texte: '2021-12-20-avenant-2', article: '8', lu: 'JO', luLe: CalendarDate.parse('2026-11-01') },
    montants: { taille2: { prevention: volets } },
    plafonds: plafond === undefined ? {} : { taille2: euros(plafond) },
    fonctionnement: {},
  };
}

function withBlocs(...blocs: readonly BlocBareme[]) {
  return { ...corpus, bareme: { fichier: 'b.yaml', blocs } };
}

function find(blocs: readonly BlocBareme[], jour: string) {
  const place = { taille: 'taille2', mission: 'prevention', volet: 'fixe' } as const;
  return findMontantBareme(place, withBlocs(...blocs), CalendarDate.parse(jour))?.montant;
}

describe('an amount of the overlay', () => {
  const blocs = [
    bloc('2019-08-25', { fixe: euros(10_000) }),
    bloc('2022-03-31', { fixe: euros(20_000), variable: euros(5000) }),
    bloc('2024-01-01', { variable: euros(6000) }),
    bloc('2025-01-01', { fixe: null }),
    bloc('2026-01-01', { fixe: euros(30_000) }),
  ];

  it.each([
    ['2019-08-24', undefined], // before the accord
    ['2019-08-25', 10_000],
    ['2022-03-30', 10_000],
    ['2022-03-31', 20_000],
    ['2024-06-01', 20_000], // a later block that says nothing of it changes nothing
    ['2024-12-31', 20_000],
    ['2025-01-01', null], // a later block says that it is not known
    ['2026-01-01', 30_000],
  ])('on %s is %s', (jour, montant) => {
    expect(find(blocs, jour)).toBe(typeof montant === 'number' ? euros(montant) : montant);
  });

  it('of an older text does not outlive it', () => {
    expect(find([bloc('2019-08-25', { fixe: euros(10_000) })], '2022-03-30')).toBe(euros(10_000));
    expect(find([bloc('2019-08-25', { fixe: euros(10_000) })], '2022-03-31')).toBeUndefined();
  });

  it('is the one given, of two blocks of one day', () => {
    const given = bloc('2022-03-31', { fixe: euros(20_000) });
    const empty = bloc('2022-03-31', { fixe: null });
    for (const both of [
      [given, empty],
      [empty, given],
    ])
      expect(find(both, '2022-03-31')).toBe(euros(20_000));
  });
});

describe('the funding with an overlay', () => {
  const parametres = withBlocs(
    bloc('2022-03-31', { fixe: euros(20_000), variable: euros(10_000), fixePremiereAnnee: euros(24_000) }, 300_000),
  );
  const base = { taille: 'taille2', signature: CalendarDate.parse('2024-01-15') } as const;

  function compute(input: object, annee = 2) {
    const outcome = computeFinancement({ ...base, annee, missions: [], ...input }, parametres, base.signature);
    if (outcome.kind !== 'computed') throw new Error(outcome.kind);
    return { ...outcome.value, hypotheses: outcome.hypotheses.map(({ code }) => code) };
  }

  it('counts its amounts in the total, in the maximum, and shows its ceiling', () => {
    const result = compute({ missions: [{ code: 'prevention', taux: { num: 1, den: 2 } }] });
    expect(result.total).toBe(euros(85_000)); // 60 000 + 20 000 + 10 000 × 1/2
    expect(result.maximum).toBe(euros(90_000)); // 60 000 + 20 000 + 10 000
    expect(result.plafond).toBe(euros(300_000));
    expect(result.estimation).toBeNull();
    expect(result.hypotheses).toContain('bareme-fourni');
    expect(result.lignes[1]).toMatchObject({
      statut: 'en-vigueur',
      confiance: 'O',
      references: [
        {
          texte: '2021-12-20-avenant-2',
          article: '8',
          refs: [],
          bareme: { fichier: 'b.yaml', ou: 'JO', le: '2026-11-01' },
        },
      ],
    });
  });

  it('takes the fixed part of the first year for the year in which the mission starts, and for no other', () => {
    const missions = [{ code: 'prevention', demarrage: CalendarDate.parse('2025-01-15') }];
    expect(compute({ missions }).total).toBe(euros(84_000)); // 60 000 + 24 000
    expect(compute({ missions }, 3).total).toBe(euros(80_000)); // 60 000 + 20 000
  });

  it('lets the amounts of the contract win, one by one', () => {
    const missions = [{ code: 'prevention', fixe: euros(1000), taux: { num: 1, den: 1 } }];
    expect(compute({ missions }).total).toBe(euros(71_000)); // 60 000 + 1 000 + 10 000
  });

  it('wins over what was read in local contracts, and leaves the rest of it as an estimate', () => {
    const own = { ...bloc('2022-03-31', {}), montants: { taille3: { prevention: { fixe: euros(18_000) } } } };
    const missions = [{ code: 'prevention', taux: { num: 1, den: 1 } }];
    const input = { ...base, taille: 'taille3', annee: 2, missions };
    const outcome = computeFinancement(input, withBlocs(own), base.signature);
    // 75 000 + 18 000; then + 17 500 read in local contracts
    expect(outcome).toMatchObject({ value: { total: euros(93_000), estimation: euros(110_500) } });
  });

  it('does not replace a ceiling that is known', () => {
    const own = { ...bloc('2022-03-31', {}), plafonds: { taille1: euros(1) } };
    expect(findPlafond('taille1', withBlocs(own), CalendarDate.parse('2024-01-01'))).toMatchObject({
      value: { montant: euros(287_500), reference: { texte: '2021-12-20-avenant-2' } },
    });
  });
});
