import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Outcome } from '#tools/outcome.ts';
import { createTestCli } from './testing/create-test-cli.ts';
import { warnJoursFuturs } from './warn-jours-futurs.ts';

const TODAY = CalendarDate.parse('2026-11-21');
const run = createTestCli();

describe('warnJoursFuturs', () => {
  const computed: Outcome<number> = { kind: 'computed', asOf: TODAY, value: 1, hypotheses: [], notComputed: [] };

  it.each([
    ['2026-11-20', 0],
    ['2026-11-21', 0],
    ['2026-11-22', 1],
  ])('the law of %s gives %i warning', (jour, count) => {
    expect(warnJoursFuturs(computed, [undefined, CalendarDate.parse(jour)], TODAY)).toMatchObject({
      hypotheses: Array.from({ length: count }, () => ({ code: 'jour-a-venir', args: { today: { date: TODAY } } })),
    });
  });

  it('has nothing to add where nothing was computed', () => {
    const missing: Outcome<number> = { kind: 'missing-input', asOf: TODAY, missing: [] };
    expect(warnJoursFuturs(missing, [CalendarDate.parse('2030-01-01')], TODAY)).toBe(missing);
  });
});

describe('a day to come', () => {
  it.each([
    ['financement', ['--taille', '2', '--as-of', '2026-11-21'], false],
    ['financement', ['--taille', '2', '--as-of', '2026-11-22'], true],
    ['financement', ['--taille', '2', '--signature', '2026-11-22'], true],
    // The law is that of the first day of the contract year: 22 November 2025, then 22 November 2026.
    ['financement', ['--taille', '2', '--signature', '2024-11-22', '--annee', '2'], false],
    ['financement', ['--taille', '2', '--signature', '2024-11-22', '--annee', '3'], true],
    ['financement', ['--taille', '2', '--signature', '2024-11-22', '--contrat-entier'], true],
    ['echeances', ['--signature', '2026-11-21'], false],
    ['echeances', ['--signature', '2026-11-22'], true],
    ['echeances', ['--projet-depose', '2026-11-22'], true],
    ['taille', ['--population', '50000', '--as-of', '2026-11-22'], true],
    ['taille', ['--population', '50000'], false],
    ['montant', ['56250', '--as-of', '2026-11-22'], true],
    ['montant', ['56250'], false],
  ])('%s %j is told with what is known today: %s', async (command, args, isWarned) => {
    const { code, out } = await run(command, ...args, '--json');
    expect(code).toBe(0);
    const told = JSON.parse(out).hypotheses.some((text: string) => text.includes('21 novembre 2026'));
    expect(told).toBe(isWarned);
  });
});
