import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes } from '#corpus/law/euros.ts';
import type { Outcome } from '../outcome.ts';
import { anyContrat, anyDay, anyMontant } from '../testing/any-contrat.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { checkFinancementInput } from './check-financement-input.ts';
import { computeFinancement } from './compute-financement.ts';
import type { Financement } from './financement.ts';

const parametres = loadTestParametres();
const FIRST = CalendarDate.parse('2019-08-25');
const TODAY = CalendarDate.parse('2026-11-21');

function listValues(outcome: Outcome<Financement>): readonly Financement[] {
  if (outcome.kind === 'computed') return [outcome.value];
  if (outcome.kind === 'ambiguous') return outcome.readings.map(({ value }) => value);
  throw new Error(outcome.kind);
}

function sum(amounts: readonly { readonly montant: Centimes }[]): Centimes {
  return addCentimes(...amounts.map(({ montant }) => montant));
}

describe('computeFinancement', () => {
  it('pays to the cent what the year entitles to, under every reading of every contract', () => {
    fc.assert(
      fc.property(anyContrat, (input) => {
        expect(checkFinancementInput(input, parametres)).toEqual([]);
        for (const value of listValues(computeFinancement(input, parametres, TODAY))) {
          expect(sum(value.versements)).toBe(sum(value.lignes));
          for (const { montant } of value.versements) expect(montant).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps local figures out of the total and the total out of nothing', () => {
    fc.assert(
      fc.property(anyContrat, (input) => {
        for (const { lignes, total, estimation, maximum } of listValues(computeFinancement(input, parametres, TODAY))) {
          const local = lignes.filter(({ statut }) => statut === 'releve-local');
          expect(total).toBe(sum(lignes.filter(({ statut }) => statut !== 'releve-local')));
          expect(estimation).toBe(local.length === 0 ? null : addCentimes(total, sum(local)));
          if (maximum !== null) expect(maximum).toBeGreaterThanOrEqual(estimation ?? total);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives every line its steps, its statut and its references, euros said by the asker included', () => {
    fc.assert(
      fc.property(anyContrat, (input) => {
        for (const { lignes } of listValues(computeFinancement(input, parametres, TODAY))) {
          for (const { etapes, references, statut } of lignes) {
            expect(etapes.length).toBeGreaterThan(0);
            expect(references.length).toBeGreaterThan(0);
            expect(['en-vigueur', 'releve-local', 'expire']).toContain(statut);
          }
        }
      }),
    );
  });

  it('makes the whole contract the sum of its years, the base of the prorata being chosen', () => {
    fc.assert(
      fc.property(anyContrat, (contract) => {
        const input = { ...contract, prorata: 'jours', renouvellement: undefined } as const;
        const totals = (['contrat-entier', 1, 2, 3, 4, 5] as const).map((annee) =>
          // Year one may have two readings where the others have one: the largest total of each is compared.
          Math.max(...listValues(computeFinancement({ ...input, annee }, parametres, TODAY)).map(({ total }) => total)),
        );
        const [whole, ...years] = totals;
        expect(years.reduce((a, b) => a + b, 0)).toBe(whole);
      }),
    );
  });

  it('has two readings at most for each thing the texts leave open', () => {
    fc.assert(
      fc.property(anyContrat, (input) => {
        const outcome = computeFinancement(input, parametres, TODAY);
        const open = [input.population === 80_000, input.signature === '2022-09-30', true].filter(Boolean).length;
        expect(listValues(outcome).length).toBeLessThanOrEqual(2 ** open);
        if (outcome.kind === 'ambiguous') {
          const named = outcome.readings.map(({ hypothese }) => JSON.stringify(hypothese));
          expect(new Set(named).size).toBe(named.length);
        }
      }),
    );
  });

  it('never computes anything for a contract, or a day, before 25 August 2019', () => {
    const before = anyDay(CalendarDate.parse('2016-01-01'), 1331); // to 24 August 2019
    fc.assert(
      fc.property(anyContrat, before, anyDay(FIRST, 3650), (input, day, asOf) => {
        expect(day < FIRST).toBe(true);
        const early = { ...input, signature: day, renouvellement: undefined, missions: [] };
        expect(computeFinancement(early, parametres, asOf).kind).toBe('not-covered');
        const unsigned = { ...early, signature: undefined };
        expect(computeFinancement(unsigned, parametres, day).kind).toBe('not-covered');
      }),
    );
  });

  it('pays less at the start of a mission the later it starts in the year', () => {
    const start = fc.integer({ min: 1, max: 364 });
    const signature = CalendarDate.parse('2025-01-15');
    function findAdvance(offset: number, fixe: Centimes): number {
      const mission = { code: 'parcours', fixe, demarrage: addDays(signature, offset) };
      const input = { taille: 'taille1', signature, annee: 1, prorata: 'jours', missions: [mission] } as const;
      const [value] = listValues(computeFinancement(input, parametres, signature));
      return value?.versements.find(({ label }) => label.code === 'versement-mission-avance')?.montant ?? Number.NaN;
    }
    fc.assert(
      fc.property(start, start, anyMontant, (a, b, fixe) => {
        expect(findAdvance(Math.max(a, b), fixe)).toBeLessThanOrEqual(findAdvance(Math.min(a, b), fixe));
      }),
    );
  });

  it('says which day and which first day when it has no value', () => {
    const input = { taille: 'taille1', signature: CalendarDate.parse('2018-05-01'), annee: 3, missions: [] } as const;
    expect(computeFinancement(input, parametres, TODAY)).toMatchObject({
      kind: 'not-covered',
      asOf: TODAY,
      reason: { code: 'avant-accord', args: { jour: { date: '2018-05-01' }, debut: { date: FIRST } } },
      references: [{ texte: '2019-06-20-aci' }],
    });
  });

  it('gives functioning its references: who makes the rule, and where the share paid ahead was read', () => {
    const [value] = listValues(computeFinancement({ taille: 'taille3', annee: 2, missions: [] }, parametres, TODAY));
    expect(value?.lignes).toMatchObject([
      {
        nature: 'fonctionnement',
        confiance: 'P',
        references: [
          { texte: '2019-06-20-aci', refs: expect.arrayContaining(['LCM2010', 'SEN25-B']) },
          { texte: '2019-06-20-aci', article: '9', refs: expect.arrayContaining(['JO19-ART9']) },
        ],
        etapes: [{ code: 'etape-fonctionnement-annuel', args: { montant: { centimes: 7_500_000 } } }],
      },
    ]);
  });

  it('shows the sum of a prorated mission step by step', () => {
    const mission = { code: 'parcours', fixe: 4_000_000 as Centimes, demarrage: CalendarDate.parse('2024-07-15') };
    const input = {
      taille: 'taille1',
      signature: CalendarDate.parse('2024-01-15'),
      annee: 1,
      prorata: 'jours',
      missions: [mission],
    } as const;
    const [value] = listValues(computeFinancement(input, parametres, TODAY));
    // 40 000 × 184/366 = 20 109,29 ; × 75 % = 15 081,97 ; 20 109,29 − 15 081,97 = 5 027,32
    expect(value?.lignes[1]?.etapes).toMatchObject([
      {
        code: 'etape-fixe-prorata-jours',
        args: {
          base: { centimes: 4_000_000 },
          fraction: { fraction: { num: 184, den: 366 } },
          montant: { centimes: 2_010_929 },
        },
      },
      { code: 'etape-fixe-avance', args: { part: { fraction: { num: 3, den: 4 } }, avance: { centimes: 1_508_197 } } },
      { code: 'etape-fixe-solde', args: { solde: { centimes: 502_732 } } },
    ]);
  });
});
