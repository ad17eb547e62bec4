import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { listFinAvantRenouvellement, listJoursSansContrat } from './list-jours-sans-contrat.ts';

const parametres = loadTestParametres();

describe('the days between the term and the renewal', () => {
  // five years from 1 October 2021: the last day is 30 September 2026
  it.each([
    ['2021-10-01', '2026-11-15', '2026-09-30', ['2026-10-01', '2026-11-14']],
    ['2021-10-01', '2026-10-02', '2026-09-30', ['2026-10-01', '2026-10-01']],
    ['2021-10-01', '2026-10-01', '2026-09-30', null],
    ['2020-02-29', '2025-03-01', '2025-02-27', ['2025-02-28', '2025-02-28']],
    ['2021-10-01', undefined, null, null],
    [undefined, undefined, null, null],
  ])('signed on %s and renewed on %s: ended on %s, without a contract %j', (signed, renewed, fin, gap) => {
    const dates = {
      signature: signed === undefined ? undefined : CalendarDate.parse(signed),
      renouvellement: renewed === undefined ? undefined : CalendarDate.parse(renewed),
    };
    const args = gap && { du: { date: gap[0] }, au: { date: gap[1] } };
    expect(listFinAvantRenouvellement(dates, parametres)).toMatchObject(fin ? [{ args: { fin: { date: fin } } }] : []);
    expect(listJoursSansContrat(dates, parametres)).toMatchObject(args ? [{ code: 'jours-sans-contrat', args }] : []);
  });
});
