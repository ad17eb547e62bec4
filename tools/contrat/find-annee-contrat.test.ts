import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findAnneeContrat, findDureeAns, listAnneesContrat, toAnniversaire } from './find-annee-contrat.ts';

const parametres = loadTestParametres();
const day = (text: string) => CalendarDate.parse(text);

describe('toAnniversaire', () => {
  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 0, '2024-02-29'],
    ['2022-08-31', 5, '2027-08-31'],
  ])('of %s, rank %i, is %s', (debut, rang, date) => {
    expect(toAnniversaire(day(debut), rang)).toBe(date);
  });
});

describe('findAnneeContrat', () => {
  it.each([
    ['2025-01-14', 1], // before the signature: the first year
    ['2025-01-15', 1],
    ['2026-01-14', 1],
    ['2026-01-15', 2],
    ['2026-01-16', 2],
    ['2030-01-14', 5],
  ])('takes the year of a contract of 15 January 2025 that holds %s: %i', (asOf, numero) => {
    expect(findAnneeContrat({ signature: day('2025-01-15') }, undefined, parametres, day(asOf))).toMatchObject({
      kind: 'computed',
      value: { numero, debut: `${2024 + numero}-01-15`, anniversaireSuivant: `${2025 + numero}-01-15` },
    });
  });

  it('asks for the renewal from the day of the term on, and says which day that is', () => {
    expect(findAnneeContrat({ signature: day('2025-01-15') }, undefined, parametres, day('2030-01-15'))).toMatchObject({
      kind: 'missing-input',
      missing: [{ champ: 'renouvellement', question: { args: { terme: { date: '2030-01-15' } } } }],
    });
    expect(findAnneeContrat({ signature: day('2025-01-15') }, 6, parametres, day('2026-01-15')).kind).toBe(
      'missing-input',
    );
  });

  it('gives the day asked as the day of law when no signature is known', () => {
    expect(findAnneeContrat({}, undefined, parametres, day('2026-11-21'))).toMatchObject({
      value: { numero: null, origine: null, debut: null, jourDeDroit: '2026-11-21' },
    });
  });

  it('holds every day of a contract in one year only, with the law of its first day', () => {
    const signature = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(day('2019-08-25'), days));
    fc.assert(
      fc.property(signature, fc.integer({ min: 0, max: 1824 }), (start, offset) => {
        const asOf = addDays(start, offset);
        const outcome = findAnneeContrat({ signature: start }, undefined, parametres, asOf);
        if (outcome.kind !== 'computed') throw new Error(outcome.kind);
        const { debut, anniversaireSuivant, jourDeDroit } = outcome.value;
        expect(debut !== null && anniversaireSuivant !== null && debut <= asOf && asOf < anniversaireSuivant).toBe(
          true,
        );
        expect(jourDeDroit).toBe(debut);
      }),
    );
  });
});

describe('listAnneesContrat', () => {
  it('lists years that follow one another without a gap, numbered from one', () => {
    const years = listAnneesContrat({ signature: day('2024-02-29') }, parametres, day('2024-02-29'));
    expect(years.map(({ numero }) => numero)).toEqual([1, 2, 3, 4, 5]);
    for (const [index, { debut }] of years.slice(1).entries()) expect(debut).toBe(years[index]?.anniversaireSuivant);
  });

  it('adds as many years from the renewal', () => {
    const dates = { signature: day('2020-01-10'), renouvellement: day('2025-03-01') };
    const years = listAnneesContrat(dates, parametres, day('2026-11-21'));
    expect(years.map(({ numero, debut }) => [numero, debut]).slice(4, 7)).toEqual([
      [5, '2024-01-10'],
      [6, '2025-03-01'],
      [7, '2026-03-01'],
    ]);
    expect(years).toHaveLength(10);
  });

  it('lists five years without days when no signature is known', () => {
    const years = listAnneesContrat({}, parametres, day('2026-11-21'));
    expect(years.map(({ numero, debut }) => [numero, debut])).toEqual([1, 2, 3, 4, 5].map((numero) => [numero, null]));
  });
});

describe('findDureeAns', () => {
  it.each(['2018-01-01', '2019-08-25', '2026-11-21'])('is five years for a contract of %s', (signature) => {
    expect(findDureeAns(parametres, day(signature))).toBe(5);
  });
});

it('says the last day of the contract, the eve of its last anniversary, between the term and the renewal', () => {
  const dates = { signature: CalendarDate.parse('2021-10-01'), renouvellement: CalendarDate.parse('2026-11-15') };
  expect(findAnneeContrat(dates, undefined, parametres, CalendarDate.parse('2026-10-01'))).toMatchObject({
    kind: 'not-applicable',
    reason: { args: { fin: { date: '2026-09-30' }, renouvellement: { date: '2026-11-15' } } },
  });
});
