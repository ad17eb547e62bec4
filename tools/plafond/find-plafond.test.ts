import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findPlafond } from './find-plafond.ts';

const parametres = loadTestParametres();

function find(taille: number, asOf: string) {
  const outcome = findPlafond(`taille${taille}`, parametres, CalendarDate.parse(asOf));
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.value;
}

describe('findPlafond', () => {
  it.each([
    [1, '2019-08-25', 220000],
    [2, '2019-08-25', 287000],
    [3, '2019-08-25', 370000],
    [4, '2019-08-25', 450000],
    [4, '2022-03-30', 450000],
    [4, '2022-03-31', 580000],
    [4, '2022-04-01', 580000],
    [1, '2022-03-31', 287500],
    [1, '2026-11-21', 287500],
  ])('of size %i on %s is %i €', (taille, asOf, euros) => {
    expect(find(taille, asOf).montant).toBe(toCentimes(euros));
  });

  it.each([
    [2, 287000],
    [3, 370000],
  ])(
    'of size %i under avenant 2 is not known, and the one before is recalled with the day it stopped',
    (taille, euros) => {
      expect(find(taille, '2022-03-31')).toMatchObject({
        montant: null,
        statut: 'en-vigueur',
        reference: { texte: '2021-12-20-avenant-2' },
        precedent: { montant: toCentimes(euros), jusque: '2022-03-31', reference: { texte: '2019-06-20-aci' } },
      });
    },
  );

  it('has no ceiling before it under the first text', () => {
    expect(find(4, '2022-03-30')).toMatchObject({
      precedent: null,
      plusDeMembres: null,
      reference: { texte: '2019-06-20-aci' },
    });
  });

  it('asks for members only where the source does', () => {
    expect([1, 2, 3, 4].map((taille) => find(taille, '2022-03-31').plusDeMembres)).toEqual([null, null, null, 100]);
  });

  it('is not covered on the eve of the accord, and says since when it is', () => {
    expect(findPlafond('taille1', parametres, CalendarDate.parse('2019-08-24'))).toMatchObject({
      kind: 'not-covered',
      reason: { code: 'avant-accord', args: { jour: { date: '2019-08-24' }, debut: { date: '2019-08-25' } } },
      references: [{ texte: '2019-06-20-aci' }],
    });
  });

  it('is not known for a size that does not exist', () => {
    expect(find(9, '2022-03-31').montant).toBeNull();
  });
});
