import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { Profil } from '../profil.ts';
import type { Faits } from './faits.ts';
import { mergeFaits, toFaitsProfil } from './merge-faits.ts';

const day = (text: string) => text as CalendarDate;
const cents = (value: number) => value as Centimes;
const SIGNED: Faits = { signature: { from: day('2025-03-10'), to: day('2025-03-10') } };

describe('mergeFaits', () => {
  it('keeps what the thread said and the words do not', () => {
    expect(mergeFaits({ tailles: [3] }, SIGNED, undefined, false)).toMatchObject({ tailles: [3], ...SIGNED });
  });

  it('lets the words win over the thread, and the thread over the profile', () => {
    const later = { signature: { from: day('2026-01-01'), to: day('2026-01-01') } };
    expect(mergeFaits(later, SIGNED, undefined, true)).toMatchObject(later);
    expect(mergeFaits({}, SIGNED, { ...later, membres: 90 }, true)).toMatchObject({ ...SIGNED, membres: 90 });
  });

  it.each<[string, Faits, Faits]>([
    ['a size drops the population', { tailles: [2] }, { population: 96_400, populations: [96_400] }],
    ['a population drops the size', { population: 96_400 }, { tailles: [2] }],
    ['a bound drops both', { populationBornee: { sens: 'plus', habitants: 175_000 } }, { tailles: [2], population: 1 }],
  ])('said now, %s said before', (_, said, before) => {
    const merged = mergeFaits(said, before, undefined, true);
    expect(merged).toEqual(expect.objectContaining(said));
    for (const name of Object.keys(before)) expect(merged).not.toHaveProperty(name, expect.anything());
  });

  it.each<Faits>([{ montants: [cents(5_625_000)] }, { avenants: [3] }, { pourcents: [50] }, { durees: [60] }])(
    'leaves what was only met to its own question: %j',
    (met) => {
      const merged = mergeFaits({}, met, undefined, true);
      for (const name of Object.keys(met)) expect(merged).not.toHaveProperty(name, expect.anything());
    },
  );

  it('completes the mission spoken of when the question goes on, and only then', () => {
    const thread: Faits = { mission: { fixe: cents(3_000_000) } };
    const said: Faits = { mission: { demarrage: day('2025-10-01') } };
    expect(mergeFaits(said, thread, undefined, true).mission).toEqual({ fixe: 3_000_000, demarrage: '2025-10-01' });
    expect(mergeFaits(said, thread, undefined, false).mission).toEqual({ demarrage: '2025-10-01' });
  });

  it('is what the words say when there is neither thread nor profile', () => {
    expect(mergeFaits({ tailles: [1] }, undefined, undefined, false)).toEqual({ tailles: [1] });
  });
});

describe('toFaitsProfil', () => {
  it('says nothing without a profile', () => {
    expect(toFaitsProfil(undefined)).toBeUndefined();
  });

  it('reads a profile: a day is a period, a rate an exact fraction, money cents', () => {
    const profil = Profil.parse({
      nom: 'CPTS du test',
      population: 85_000,
      signature: '2025-01-15',
      missions: { prevention: { fixe: 20_000, taux: 0.65, fait: true } },
    });
    expect(toFaitsProfil(profil)).toMatchObject({
      population: 85_000,
      signature: { from: '2025-01-15', to: '2025-01-15' },
      // 65 % = 65 / 100; 20 000 € = 2 000 000 cents.
      missionsProfil: { prevention: { fixe: 2_000_000, taux: { num: 65, den: 100 }, fait: true } },
    });
  });

  it('makes no question about the missions of a profile', () => {
    const profil = Profil.parse({ nom: 'CPTS', taille: 3, missions: { parcours: {} } });
    expect(toFaitsProfil(profil)?.missions).toBeUndefined();
    expect(toFaitsProfil(profil)?.tailles).toEqual([3]);
  });
});
