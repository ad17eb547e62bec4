import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { findSuivi } from './find-suivi.ts';

const day = (text: string) => CalendarDate.parse(text);
const ECHEANCE = day('2025-07-15');

describe('findSuivi', () => {
  it.each([
    // day given, day asked, done?, days after the deadline, sentence
    ['2025-07-14', '2026-01-01', true, 0, 'suivi-fait'],
    ['2025-07-15', '2026-01-01', true, 0, 'suivi-fait'],
    ['2025-07-16', '2026-01-01', true, 1, 'suivi-fait-en-retard'],
    ['2025-09-01', '2025-09-01', true, 48, 'suivi-fait-en-retard'], // 16 days of July, 31 of August, 1 of September
    ['2025-09-01', '2025-08-31', false, 48, 'suivi-reporte'],
    ['2025-07-16', '2025-01-15', false, 1, 'suivi-reporte'],
    ['2025-07-15', '2025-07-14', false, 0, 'suivi-prevu'],
    ['2025-07-14', '2025-01-15', false, 0, 'suivi-prevu'],
  ])('reads the day %s, asked on %s: done %s, %i days late', (jour, asOf, fait, retardJours, code) => {
    const suivi = findSuivi(ECHEANCE, { jour: day(jour) }, day(asOf));
    const dates = fait ? { faitLe: jour, prevu: null } : { faitLe: null, prevu: jour };
    expect(suivi).toMatchObject({ fait, retardJours, ...dates, phrase: { code } });
  });

  it.each([
    // done before the deadline has passed: within the delay, whatever the day
    ['2025-07-14', 'suivi-fait-avant-limite'],
    ['2025-07-15', 'suivi-fait-avant-limite'],
    ['2025-07-16', 'suivi-fait-sans-jour'],
  ])('knows no day and no lateness for what is only said to be done, asked on %s', (asOf, code) => {
    const expected = { fait: true, faitLe: null, prevu: null, retardJours: null, phrase: { code, args: {} } };
    expect(findSuivi(ECHEANCE, { fait: true }, day(asOf))).toEqual(expected);
  });

  it('keeps the lateness of what is said to be done with its day', () => {
    const suivi = findSuivi(ECHEANCE, { fait: true, jour: day('2025-07-20') }, day('2026-01-01'));
    expect(suivi).toMatchObject({ faitLe: '2025-07-20', retardJours: 5, phrase: { code: 'suivi-fait-en-retard' } });
  });

  it('points at a day to come of what is said to be done', () => {
    const suivi = findSuivi(ECHEANCE, { fait: true, jour: day('2025-07-20') }, day('2025-07-19'));
    expect(suivi).toMatchObject({ fait: true, faitLe: null, retardJours: null });
    expect(suivi?.phrase.code).toBe('suivi-fait-jour-a-venir');
  });

  it('takes a mission rolled out as started, on a day that is not known', () => {
    const dit = { auPlusTard: day('2026-07-01') };
    expect(findSuivi(ECHEANCE, dit, day('2026-06-30'))).toBeUndefined();
    const suivi = findSuivi(ECHEANCE, dit, day('2026-07-01'));
    expect(suivi).toMatchObject({ fait: true, faitLe: null, retardJours: null });
    expect(suivi?.phrase.code).toBe('suivi-demarre-sans-jour');
  });

  it('says nothing when nothing was said', () => {
    expect(findSuivi(ECHEANCE, {}, day('2026-01-01'))).toBeUndefined();
    expect(findSuivi(ECHEANCE, { fait: false }, day('2026-01-01'))).toBeUndefined();
  });
});
