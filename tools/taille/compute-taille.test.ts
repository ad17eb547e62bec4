import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { computeTaille, toNumeroTaille } from './compute-taille.ts';

const parametres = loadTestParametres();
const TODAY = CalendarDate.parse('2026-11-21');

function listNumeros(population: number): readonly number[] {
  const outcome = computeTaille(population, parametres, TODAY);
  if (outcome.kind === 'computed') return [toNumeroTaille(outcome.value.taille)];
  if (outcome.kind === 'ambiguous') return outcome.readings.map(({ value }) => toNumeroTaille(value.taille));
  throw new Error(outcome.kind);
}

describe('computeTaille', () => {
  it('finds a size for every population, and two only at 80 000', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 79_990, max: 80_010 })),
        (population) => {
          expect(listNumeros(population)).toHaveLength(population === 80_000 ? 2 : 1);
        },
      ),
    );
  });

  it('never gives a smaller size to a larger population', () => {
    const population = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(population, population, (a, b) => {
        const [small, large] = [listNumeros(Math.min(a, b)), listNumeros(Math.max(a, b))];
        expect(Math.max(...small)).toBeLessThanOrEqual(Math.max(...large));
        expect(Math.min(...small)).toBeLessThanOrEqual(Math.min(...large));
      }),
    );
  });

  it('names the limit and why its reading is ours', () => {
    expect(computeTaille(80_000, parametres, TODAY)).toMatchObject({
      hypotheses: [
        {
          code: 'seuil',
          args: { population: { habitants: 80_000 }, pourquoi: { fr: expect.stringContaining('deux tranches') } },
        },
      ],
      readings: [
        { hypothese: [{ code: 'lecture-taille', args: { taille: { numero: 2 } } }] },
        { hypothese: [{ code: 'lecture-taille', args: { taille: { numero: 3 } } }] },
      ],
    });
  });
});
