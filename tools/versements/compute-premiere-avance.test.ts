import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes, toEuros } from '#corpus/law/euros.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { computePremiereAvance, type PremiereAvanceInput } from './compute-premiere-avance.ts';

const parametres = loadTestParametres();
const TODAY = CalendarDate.parse('2026-11-21');
type Dates = { readonly signature?: string; readonly demarrage?: string; readonly demarrageMois?: number };

function compute(fixe: number, { signature, demarrage, demarrageMois }: Dates) {
  const input: PremiereAvanceInput = {
    fixe: toCentimes(fixe),
    signature: signature === undefined ? undefined : CalendarDate.parse(signature),
    demarrage: demarrage === undefined ? undefined : CalendarDate.parse(demarrage),
    demarrageMois,
  };
  return computePremiereAvance(input, parametres, TODAY);
}

function listLectures(fixe: number, dates: Dates) {
  const outcome = compute(fixe, dates);
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.value.lectures.map(({ base, avance, solde }) => [base, toEuros(avance), toEuros(solde)]);
}

describe('computePremiereAvance', () => {
  it.each<readonly [string, Dates, readonly unknown[]]>([
    // 40 000 × 6/12 × 3/4 = 15 000 ; 20 000 − 15 000 = 5 000
    ['six months after a signature whose day is not known', { demarrageMois: 6 }, [['mois', 15000, 5000]]],
    // 184 days of 366: 40 000 × 184/366 × 3/4 = 15 081,97 ; 20 109,29 − 15 081,97 = 5 027,32
    [
      'on a day of a contract of 15 January 2024',
      { signature: '2024-01-15', demarrage: '2024-07-15' },
      [
        ['mois', 15000, 5000],
        ['jours', 15081.97, 5027.32],
      ],
    ],
    [
      'the same, said in months',
      { signature: '2024-01-15', demarrageMois: 6 },
      [
        ['mois', 15000, 5000],
        ['jours', 15081.97, 5027.32],
      ],
    ],
    // 185 days of 365: 40 000 × 185/365 = 20 273,97 ; × 3/4 = 15 205,48
    [
      'another day of the month: days only',
      { signature: '2025-01-15', demarrage: '2025-07-14' },
      [['jours', 15205.48, 5068.49]],
    ],
    ['at signature: a full year', { signature: '2025-01-15', demarrage: '2025-01-15' }, [[null, 30000, 10000]]],
    ['at an anniversary: a full year', { signature: '2025-01-15', demarrage: '2026-01-15' }, [[null, 30000, 10000]]],
    ['no start given: a full year', {}, [[null, 30000, 10000]]],
    ['twelve months after: a full year', { demarrageMois: 12 }, [[null, 30000, 10000]]],
    ['eighteen months after: six months of the second year', { demarrageMois: 18 }, [['mois', 15000, 5000]]],
    // from 29 August 2025, eighteen months after 29 February 2024, to 28 February 2026: 183 days of 365
    [
      'in a year brought back to 28 February',
      { signature: '2024-02-29', demarrage: '2025-08-29' },
      [
        ['mois', 15000, 5000],
        ['jours', 15041.1, 5013.69],
      ],
    ],
    // eleven months are left of twelve: 36 666,67 × … ; 40 000 × 11/12 × 3/4 = 27 500
    ['one month after', { demarrageMois: 1 }, [['mois', 27500, 9166.67]]],
  ])('of 40 000 € starting %s', (_, dates, expected) => {
    expect(listLectures(40000, dates)).toEqual(expected);
  });

  it('says that days need the signature, and only then', () => {
    expect(compute(40000, { demarrageMois: 6 })).toMatchObject({ value: { joursSansSignature: true } });
    expect(compute(40000, { demarrageMois: 12 })).toMatchObject({ value: { joursSansSignature: false } });
    expect(compute(40000, { signature: '2024-01-15', demarrageMois: 6 })).toMatchObject({
      value: { joursSansSignature: false },
    });
  });

  it('names the share and the article it comes from', () => {
    expect(compute(40000, { demarrageMois: 6 })).toMatchObject({
      value: { part: { num: 3, den: 4 }, reference: { texte: '2019-06-20-aci', article: '9' } },
    });
  });

  it('asks for the fixed part when it is not given', () => {
    expect(computePremiereAvance({ demarrageMois: 6 }, parametres, TODAY)).toMatchObject({
      kind: 'missing-input',
      missing: [{ champ: 'fixe' }],
    });
  });

  it('asks for the signature when the start is a day', () => {
    expect(compute(40000, { demarrage: '2024-07-15' })).toMatchObject({
      kind: 'missing-input',
      missing: [{ champ: 'signature' }],
    });
  });

  it.each([
    ['2019-08-24', 'not-covered'],
    ['2019-08-25', 'computed'],
  ])('of a contract of %s is %s', (signature, kind) => {
    expect(compute(40000, { signature, demarrageMois: 6 }).kind).toBe(kind);
  });

  it('is never more when the mission starts later in the year, and adds up with its balance', () => {
    const signature = CalendarDate.parse('2024-01-15');
    const start = fc.integer({ min: 1, max: 364 });
    function byDays(offset: number, fixe: number) {
      const outcome = compute(fixe, { signature, demarrage: addDays(signature, offset) });
      if (outcome.kind !== 'computed') throw new Error(outcome.kind);
      const found = outcome.value.lectures.find(({ base }) => base === 'jours');
      if (!found) throw new Error('days can always be counted');
      return found;
    }
    fc.assert(
      fc.property(start, start, fc.integer({ min: 1, max: 500_000 }), (a, b, fixe) => {
        const [early, late] = [byDays(Math.min(a, b), fixe), byDays(Math.max(a, b), fixe)];
        expect(late.avance).toBeLessThanOrEqual(early.avance);
        // The balance is a quarter of the entitlement, within the cent that two roundings may cost.
        expect(Math.abs(late.avance - 3 * late.solde)).toBeLessThanOrEqual(4);
      }),
    );
  });
});
