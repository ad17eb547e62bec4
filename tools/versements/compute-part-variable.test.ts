import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes, toEuros } from '#corpus/law/euros.ts';
import { computePartVariable } from './compute-part-variable.ts';

const TODAY = CalendarDate.parse('2026-11-21');

function compute(variable: number, taux?: { readonly num: number; readonly den: number }) {
  const outcome = computePartVariable({ variable: toCentimes(variable), taux }, TODAY);
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  const { montant } = outcome.value;
  return {
    montant: montant === null ? null : toEuros(montant),
    hypotheses: outcome.hypotheses.map(({ code }) => code),
  };
}

describe('computePartVariable', () => {
  it.each([
    [20000, { num: 4, den: 5 }, 16000], // 20 000 × 80 %
    [20000, { num: 1, den: 1 }, 20000],
    [20000, { num: 0, den: 1 }, 0],
    [10000, { num: 1, den: 3 }, 3333.33],
    [35000, { num: 733, den: 1000 }, 25655], // 35 000 × 73,3 %
  ])('of %d € at %j is %d €, under an assumption that is named', (variable, taux, montant) => {
    expect(compute(variable, taux)).toEqual({ montant, hypotheses: ['variable-lineaire'] });
  });

  it('is not known, and assumes nothing, when the share reached is not known', () => {
    expect(compute(20000)).toEqual({ montant: null, hypotheses: [] });
  });

  it('asks for the variable part when it is not given', () => {
    expect(computePartVariable({ taux: { num: 1, den: 2 } }, TODAY)).toMatchObject({
      kind: 'missing-input',
      missing: [{ champ: 'variable' }],
    });
  });

  it('never exceeds the variable part', () => {
    const taux = fc
      .integer({ min: 1, max: 1000 })
      .chain((den) => fc.record({ num: fc.integer({ min: 0, max: den }), den: fc.constant(den) }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), taux, (variable, share) => {
        const { montant } = compute(variable, share);
        expect(montant).toBeGreaterThanOrEqual(0);
        expect(montant).toBeLessThanOrEqual(variable);
      }),
    );
  });
});
