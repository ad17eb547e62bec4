import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, toCentimes } from '#corpus/law/euros.ts';
import type { FinancementInput } from '../financement/financement.ts';
import { listValues } from '../outcome.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import type { Cote } from './comparaison.ts';
import { computeComparaison } from './compute-comparaison.ts';

const parametres = loadTestParametres();
const TODAY = CalendarDate.parse('2026-11-21');

function toCote(asOf: string, entree: Partial<FinancementInput> = {}): Cote {
  return { asOf: CalendarDate.parse(asOf), texte: null, entree: { missions: [], ...entree } };
}

function compare(a: Cote, b: Cote) {
  return computeComparaison({ a, b }, parametres, TODAY);
}

/** Differences of the only reading, or of the reading asked for. */
function listEcarts(a: Cote, b: Cote, reading = 0) {
  const differences = listValues(compare(a, b))[reading]?.differences ?? [];
  return new Map(differences.map(({ code, ecart }) => [code, ecart?.kind === 'montant' ? ecart.centimes : null]));
}

const DAYS = fc.constantFrom('2019-08-25', '2022-03-30', '2022-03-31', '2022-09-29', '2022-10-01', '2026-11-21');
const COTES = fc
  .tuple(DAYS, fc.integer({ min: 1, max: 300_000 }))
  .map(([asOf, population]) => toCote(asOf, { population: population === 80_000 ? 80_001 : population }));

describe('computeComparaison', () => {
  it('finds nothing between a side and itself', () => {
    fc.assert(
      fc.property(COTES, (cote) => {
        expect(compare(cote, cote)).toMatchObject({ kind: 'computed', value: { differences: [], saisies: [] } });
      }),
    );
  });

  it('turns every gap round when the sides are swapped', () => {
    fc.assert(
      fc.property(COTES, COTES, (a, b) => {
        const there = listEcarts(a, b);
        const back = listEcarts(b, a);
        expect([...back.keys()].sort()).toEqual([...there.keys()].sort());
        for (const [code, ecart] of there) expect(back.get(code) ?? null).toBe(ecart === null ? null : -ecart);
      }),
    );
  });

  it('gives a gap between totals that is the sum of the gaps between lines', () => {
    const amount = fc.integer({ min: 1, max: 9_000_000 }).map((centimes) => centimes as Centimes);
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 100 }), (fixe, variable, num) => {
        const mission = { code: 'prevention', fixe, variable, taux: { num, den: 100 } };
        const ecarts = listEcarts(
          toCote('2026-11-21', { taille: 'taille1' }),
          toCote('2026-11-21', { taille: 'taille1', missions: [mission] }),
        );
        const lines = (ecarts.get('mission:prevention:fixe') ?? 0) + (ecarts.get('mission:prevention:variable') ?? 0);
        expect(ecarts.get('total')).toBe(lines);
      }),
    );
  });

  it.each([
    // 67 500 / 220 000 = 30,681 8… %, rounded once to the hundredth
    ['2022-03-30', '2022-03-31', 'taille1', { num: 3068, den: 10_000 }],
    // back: 67 500 / 287 500 = 23,478 2… %
    ['2022-03-31', '2022-03-30', 'taille1', { num: -2348, den: 10_000 }],
  ])('rounds the share of the ceiling from %s to %s once', (from, to, taille, pourcent) => {
    const [value] = listValues(compare(toCote(from, { taille }), toCote(to, { taille })));
    expect(value?.differences.find(({ code }) => code === 'plafond')?.ecart).toMatchObject({ pourcent });
  });

  it.each([
    // a contract of May 2020: its second year begins in May 2021, its third in May 2022
    ['annee 2', 2, null],
    ['annee 3', 3, { texte: '2021-12-20-avenant-2', jour: '2022-03-31' }],
  ])('names the cause by the day of the contract year: year 1 against %s', (_, annee, cause) => {
    const contrat = { taille: 'taille1', signature: CalendarDate.parse('2020-05-10') };
    const [value] = listValues(
      compare(toCote('2020-05-10', { ...contrat, annee: 1 }), toCote('2020-05-10', { ...contrat, annee })),
    );
    expect(value?.differences.find(({ code }) => code === 'plafond')?.cause ?? null).toEqual(cause);
  });

  it('names what was given differently', () => {
    const b = toCote('2022-03-31', {
      taille: 'taille2',
      membres: 120,
      missions: [{ code: 'parcours', fixe: toCentimes(1) }],
    });
    const [value] = listValues(compare(toCote('2022-03-30', { taille: 'taille1' }), b));
    expect(value?.saisies).toEqual(['jour', 'taille', 'membres', 'missions']);
  });

  it('combines two doubts that are not the same, and only those', () => {
    // 80 000 inhabitants, and the day of the limit of the top-up: two sizes × two readings of the day
    const a = toCote('2022-09-30', { population: 80_000, signature: CalendarDate.parse('2022-09-30') });
    const outcome = compare(
      a,
      toCote('2022-09-29', { population: 80_000, signature: CalendarDate.parse('2022-09-29') }),
    );
    expect(outcome.kind === 'ambiguous' && outcome.readings).toHaveLength(4);
  });
});
