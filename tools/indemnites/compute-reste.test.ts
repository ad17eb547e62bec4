import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { computeReste } from './compute-reste.ts';

const parametres = loadTestParametres();
const TODAY = CalendarDate.parse('2026-11-21');

describe('computeReste', () => {
  it('shares every payment between what is within the cap and what is over it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (verse) => {
        const outcome = computeReste(2026, verse as Centimes, parametres, TODAY);
        if (outcome.kind !== 'computed') throw new Error(outcome.kind);
        const { montant, reste, depassement } = outcome.value;
        // paid + left − over = the cap, and one of the two is nothing
        expect(verse + (reste ?? 0) - (depassement ?? 0)).toBe(montant);
        expect(Math.min(reste ?? -1, depassement ?? -1)).toBe(0);
      }),
    );
  });

  it('names the year that the corpus does not have', () => {
    expect(computeReste(2022, undefined, parametres, TODAY)).toMatchObject({
      kind: 'not-covered',
      reason: { code: 'pass-inconnu', args: { annee: { valeur: 2022 } } },
    });
  });
});
