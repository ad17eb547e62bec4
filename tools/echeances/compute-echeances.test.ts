import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate, daysBetween } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { computeEcheances } from './compute-echeances.ts';
import type { EcheancesInput } from './echeance.ts';

const parametres = loadTestParametres();
const FIRST = CalendarDate.parse('2019-08-25');
const TODAY = CalendarDate.parse('2026-11-21');
const signedDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(FIRST, days));

function list(input: Partial<EcheancesInput>, asOf = TODAY) {
  const outcome = computeEcheances({ missions: [], ...input }, parametres, asOf);
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.value;
}

function toDates(signature: CalendarDate): ReadonlyMap<string, CalendarDate> {
  return new Map(list({ signature }).map(({ code, date }) => [code, date]));
}

describe('computeEcheances', () => {
  it('never puts a deadline earlier when the contract is signed later', () => {
    fc.assert(
      fc.property(signedDay, signedDay, (a, b) => {
        const [early, late] = a < b ? [toDates(a), toDates(b)] : [toDates(b), toDates(a)];
        for (const [code, date] of early) {
          const other = late.get(code);
          if (other !== undefined) expect(other >= date).toBe(true);
        }
      }),
    );
  });

  it('gives no date before the signature, every code once, and all of them in order', () => {
    fc.assert(
      fc.property(signedDay, signedDay, (signature, projetDepose) => {
        const found = list({ signature, projetDepose });
        const ofContract = found.filter(({ code }) => code !== 'projet-sante:silence-ars');
        for (const { date } of ofContract) expect(date > signature).toBe(true);
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        const dates = found.map(({ date }) => date);
        expect(dates).toEqual([...dates].sort());
      }),
    );
  });

  it('counts the days left from the day asked, and calls past what is past', () => {
    const asOf = fc.integer({ min: -400, max: 2500 });
    fc.assert(
      fc.property(signedDay, asOf, (signature, offset) => {
        const day = addDays(signature, offset);
        for (const { date, etat, joursRestants } of list({ signature }, day)) {
          expect(joursRestants).toBe(daysBetween(day, date));
          // 60 days is the display convention of the command line.
          const expected = date < day ? 'depassee' : joursRestants <= 60 ? 'proche' : 'a-venir';
          expect(etat).toBe(expected);
        }
      }),
    );
  });

  it('never computes anything for a contract signed before 25 August 2019', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1300 }), (days) => {
        const outcome = computeEcheances({ signature: addDays(FIRST, -days), missions: [] }, parametres, TODAY);
        expect(outcome.kind).toBe('not-covered');
      }),
    );
  });

  it.each([
    // a mission that a text to come would add on 1 January 2027
    ['2026-12-31', false],
    ['2027-01-01', true],
    ['2027-01-02', true],
  ])('gives limits to a new mission in a contract signed on %s: %s', (jour, known) => {
    const [first] = parametres.missions.missions;
    if (!first) throw new Error('no mission');
    const added = { ...first, code: 'nouvelle', depuis: CalendarDate.parse('2027-01-01') };
    const missions = { ...parametres.missions, missions: [...parametres.missions.missions, added] };
    const input = { signature: CalendarDate.parse(jour), missions: [] };
    const outcome = computeEcheances(input, { ...parametres, missions }, TODAY);
    if (outcome.kind !== 'computed') throw new Error(outcome.kind);
    expect(outcome.value.some(({ code }) => code === 'nouvelle:demarrage')).toBe(known);
    expect(outcome.notComputed.some(({ code }) => code === 'mission-origine-inconnue')).toBe(!known);
  });

  it('says of each deadline who makes it and where it was read', () => {
    const found = list({ signature: CalendarDate.parse('2025-01-15') });
    for (const { references, statut } of found) {
      expect(references.length).toBeGreaterThan(0);
      expect(statut).toBe('en-vigueur');
    }
    expect(found.find(({ code }) => code === 'crises-sanitaires:demarrage')?.references).toMatchObject([
      { texte: '2021-12-20-avenant-2', refs: ['PAPS23'] },
    ]);
    expect(found.find(({ code }) => code === 'fonctionnement:avance:2')?.references).toMatchObject([
      { texte: '2019-06-20-aci', article: '9' },
    ]);
  });

  it('names the delay in the label, as a length in months', () => {
    const found = list({ signature: CalendarDate.parse('2025-01-15') });
    const months = Object.fromEntries(
      found.flatMap(({ code, label }) => (label.args.mois?.kind === 'duree' ? [[code, label.args.mois.valeur]] : [])),
    );
    expect(months).toEqual({
      'acces-aux-soins:demarrage': 6,
      'acces-aux-soins:deploiement': 18,
      'parcours:demarrage': 12,
      'parcours:deploiement': 24,
      'prevention:demarrage': 12,
      'prevention:deploiement': 24,
      'crises-sanitaires:demarrage': 6,
      'crises-sanitaires:deploiement': 18,
    });
  });

  it('pays the first advance after the term with the renewal, and the others on its anniversaries', () => {
    const found = list({
      signature: CalendarDate.parse('2020-01-10'),
      renouvellement: CalendarDate.parse('2025-03-01'),
    });
    const advances = found.filter(({ code }) => code.startsWith('fonctionnement:avance:'));
    expect(advances.map(({ code, date }) => [code.split(':')[2], date])).toEqual([
      ['2', '2021-01-10'],
      ['3', '2022-01-10'],
      ['4', '2023-01-10'],
      ['5', '2024-01-10'],
      ['6', '2025-03-01'],
      ['7', '2026-03-01'],
      ['8', '2027-03-01'],
      ['9', '2028-03-01'],
      ['10', '2029-03-01'],
      ['11', '2030-03-01'],
    ]);
  });

  it('says in its labels the rank that its codes say', () => {
    const found = list({
      signature: CalendarDate.parse('2020-01-10'),
      renouvellement: CalendarDate.parse('2025-03-01'),
    });
    const ranks = found.flatMap(({ code, label }) => {
      const { n, annee } = label.args;
      // A renewal counts its own anniversaries, and says which year of the contract ends.
      if (n?.kind === 'rang' && annee?.kind === 'nombre') {
        return [
          [code, `anniversaire:${annee.valeur}`],
          [`renouvellement:${annee.valeur - 5}`, `renouvellement:${n.valeur}`],
        ];
      }
      if (n?.kind === 'rang') return [[code, `anniversaire:${n.valeur}`]];
      return annee?.kind === 'nombre' ? [[code, `fonctionnement:avance:${annee.valeur}`]] : [];
    });
    expect(ranks).toHaveLength(25);
    for (const [code, told] of ranks) expect(told).toBe(code);
  });

  it('says how months are counted, and nothing of a silence that it computed', () => {
    const both = { signature: TODAY, projetDepose: CalendarDate.parse('2026-09-01'), missions: [] };
    const outcome = computeEcheances(both, parametres, TODAY);
    if (outcome.kind !== 'computed') throw new Error(outcome.kind);
    expect(outcome.hypotheses.map(({ code }) => code)).toEqual(['calcul-des-mois']);
    expect(outcome.notComputed.map(({ code }) => code)).not.toContain('avant-accord');
    const silence = outcome.value.find(({ code }) => code === 'projet-sante:silence-ars');
    expect(silence?.references).toMatchObject([{ refs: ['ND19', 'NS19'] }]);
    const alone = computeEcheances({ projetDepose: TODAY, missions: [] }, parametres, TODAY);
    expect(alone).toMatchObject({ kind: 'computed', hypotheses: [] });
    if (alone.kind === 'computed') expect(alone.notComputed.map(({ code }) => code)).not.toContain('calcul-des-mois');
  });

  it('says which day is too early, and from when the accord holds', () => {
    const early = { signature: CalendarDate.parse('2019-08-24'), missions: [] };
    expect(computeEcheances(early, parametres, TODAY)).toMatchObject({
      reason: { args: { jour: { date: '2019-08-24' }, debut: { date: FIRST } } },
      references: [{ texte: '2019-06-20-aci' }],
    });
  });
});
