import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findBornes } from './find-bornes.ts';

const parametres = loadTestParametres();
const day = (text: string) => CalendarDate.parse(text);

describe('findBornes', () => {
  it.each([
    ['taille1', 0, 39_999],
    ['taille2', 40_000, 80_000],
    ['taille3', 80_000, 175_000],
    ['taille4', 175_001, null],
  ])('gives %s from %i to %d', (taille, de, a) => {
    const outcome = findBornes(taille, parametres, day('2026-11-21'));
    expect(outcome).toMatchObject({ kind: 'computed', value: { taille, de, a, statut: 'en-vigueur', confiance: 'S' } });
    expect(outcome).toMatchObject({ hypotheses: [], notComputed: [] });
  });

  it.each([
    ['taille5', '2026-11-21'],
    ['taille1', '2019-08-24'],
  ])('has nothing for %s on %s', (taille, asOf) => {
    expect(findBornes(taille, parametres, day(asOf))).toMatchObject({
      kind: 'not-covered',
      reason: { code: 'absent-du-corpus' },
      references: [],
    });
  });
});
