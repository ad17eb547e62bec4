import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findDroitComplement, findLimiteComplement, findStatutComplement } from './find-droit-complement.ts';

const { complement } = loadTestParametres();

describe('findDroitComplement', () => {
  it.each([
    ['2019-08-24', 'pas-encore'],
    ['2019-08-25', 'indetermine'],
    ['2021-12-20', 'indetermine'],
    ['2022-03-30', 'indetermine'],
    ['2022-03-31', 'du'],
    ['2022-09-29', 'du'],
    ['2022-09-30', 'indecis'],
    ['2022-10-01', 'termine'],
  ])('a signature on %s is %s', (signature, droit) => {
    expect(findDroitComplement(CalendarDate.parse(signature), complement)).toBe(droit);
  });
});

describe('findStatutComplement', () => {
  it.each([
    ['2022-03-31', 'en-vigueur'],
    ['2022-09-29', 'en-vigueur'],
    ['2022-09-30', 'en-vigueur'],
    ['2022-10-01', 'expire'],
    ['2026-11-21', 'expire'],
  ])('on %s the rule is %s', (asOf, statut) => {
    expect(findStatutComplement(complement, CalendarDate.parse(asOf))).toBe(statut);
  });
});

describe('findLimiteComplement', () => {
  it('is the day that can be read both ways, else the last that is sure', () => {
    expect(findLimiteComplement(complement)).toBe('2022-09-30');
    expect(findLimiteComplement({ ...complement, signature: { ...complement.signature, joursIndecis: [] } })).toBe(
      '2022-09-29',
    );
  });
});
