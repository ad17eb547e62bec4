import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, CalendarDate, daysBetween } from '#corpus/law/calendar-date.ts';
import type { Marques } from '../contenu/communaute.ts';
import { createReglages } from '../testing/create-reglages.ts';
import { toJourSemaine } from './create-calendrier.ts';
import { listEnvois } from './list-envois.ts';
import { loadCalendrierDonnees, loadJours } from './load-calendrier.ts';
import { findRegion, parseHeure, parseHorizon, parseRappels, parseRythme } from './parse-reglages.ts';
import { type Jours, listRappels, planJour } from './plan-jour.ts';
import type { Reglages } from './reglages.ts';
import { toInstant, toJourLocal } from './to-instant.ts';

const donnees = loadCalendrierDonnees();
let jours: Jours;

beforeAll(async () => {
  jours = await loadJours(donnees);
});

function day(text: string): CalendarDate {
  return CalendarDate.parse(text);
}

function toReglages(changed: Partial<Reglages> = {}): Reglages {
  return createReglages({ rappels: [90, 30, 7, 1], ...changed });
}

function toAbonne(reglages: Reglages, dates: Readonly<Record<string, string>> = {}, marques: Marques = {}) {
  const listed = Object.entries(dates).map(([code, date]) => ({ code, date: day(date) }));
  return { channel: 'C1', reglages, communautes: [{ id: 'a', dates: listed, marques }] };
}

function list(abonne: ReturnType<typeof toAbonne>, du: string, au: string) {
  const envois = listEnvois(abonne, { du: day(du), au: day(au) }, jours);
  return envois.map(({ kind, jour, periode }) => [kind, jour, periode].join(' '));
}

describe('days off', () => {
  it.each([
    ['2026-04-03', 'metropole', true], // Good Friday
    ['2026-04-03', 'alsace-moselle', false],
    ['2026-12-26', 'alsace-moselle', false],
    ['2026-04-06', 'metropole', false], // Easter Monday
    ['2026-05-08', 'reunion', false],
    ['2026-12-20', 'reunion', false], // a Sunday too
    ['2027-12-20', 'reunion', false], // abolition of slavery, a Monday
    ['2027-12-20', 'metropole', true],
    ['2026-05-22', 'martinique', false],
    ['2026-11-21', 'metropole', false], // Saturday
    ['2026-11-23', 'metropole', true],
  ])('%s in %s: worked %s', (jour, region, worked) => {
    expect(jours.calendrier.isOuvre(day(jour), region)).toBe(worked);
  });

  it.each([
    ['2026-05-14', 'suivant', '2026-05-15'], // Ascension
    ['2026-12-25', 'suivant', '2026-12-28'], // Christmas, a Friday
    ['2026-12-27', 'precedent', '2026-12-24'],
    ['2026-05-14', 'aucun', '2026-05-14'],
    ['2026-05-15', 'precedent', '2026-05-15'],
  ] as const)('%s, %s: %s', (jour, sens, moved) => {
    expect(jours.calendrier.toOuvre(day(jour), 'metropole', sens)).toBe(moved);
  });

  it('knows every region of the data', () => {
    for (const region of Object.keys(donnees.regions)) {
      expect([region, jours.calendrier.isOuvre(day('2027-01-01'), region)]).toEqual([region, false]);
    }
  });

  it('counts weeks from Monday', () => {
    expect(['2026-11-23', '2026-11-29', '2017-01-02'].map((jour) => toJourSemaine(day(jour)))).toEqual([1, 7, 1]);
  });
});

describe('the moment of a day', () => {
  it.each([
    ['2026-03-28', '09:00', 'Europe/Paris', '2026-03-28T08:00:00.000Z'],
    ['2026-03-29', '09:00', 'Europe/Paris', '2026-03-29T07:00:00.000Z'],
    // 02:30 does not exist on the last Sunday of March: an hour later, once.
    ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    // 02:30 comes twice on the last Sunday of October: the first time.
    ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-07-01', '08:00', 'Indian/Reunion', '2026-07-01T04:00:00.000Z'],
    ['2026-07-01', '08:00', 'America/Martinique', '2026-07-01T12:00:00.000Z'],
    ['2026-07-01', '08:00', 'Pacific/Tahiti', '2026-07-01T18:00:00.000Z'],
    ['2026-07-01', '23:30', 'America/Miquelon', '2026-07-02T01:30:00.000Z'],
  ])('%s %s in %s is %s', (jour, heure, fuseau, utc) => {
    const moment = toInstant(day(jour), heure, fuseau);
    expect(new Date(moment).toISOString()).toBe(utc);
    expect(toJourLocal(moment, fuseau)).toBe(jour);
  });
});

describe('the digests of a channel', () => {
  it('come on their day, or on the next one that is worked, under the period of their own day', () => {
    expect(list(toAbonne(toReglages()), '2026-03-30', '2026-04-14')).toEqual([
      'digest 2026-03-30 2026-S14',
      'digest 2026-04-07 2026-S15',
      'digest 2026-04-13 2026-S16',
    ]);
  });

  it('belong to the week of the ISO year', () => {
    const friday = toReglages({ rythme: { kind: 'semaine', jour: 5 } });
    // 1 January 2027 is a Friday of week 53 of 2026, and a day off.
    expect(list(toAbonne(friday), '2026-12-29', '2027-01-08')).toEqual([
      'digest 2027-01-04 2026-S53',
      'digest 2027-01-08 2027-S01',
    ]);
  });

  it('come once a month, at its end when it is too short', () => {
    const monthly = toReglages({ rythme: { kind: 'mois', quantieme: 31 } });
    // 31 January 2026 is a Saturday, 28 February too: the Mondays after.
    expect(list(toAbonne(monthly), '2026-01-15', '2026-04-01')).toEqual([
      'digest 2026-02-02 2026-01',
      'digest 2026-03-02 2026-02',
      'digest 2026-03-31 2026-03',
    ]);
  });

  it('come once a period, whatever the rhythm, the region and the year', () => {
    const rythme = fc.oneof(
      fc.record({ kind: fc.constant('semaine' as const), jour: fc.integer({ min: 1, max: 7 }) }),
      fc.record({ kind: fc.constant('mois' as const), quantieme: fc.integer({ min: 1, max: 31 }) }),
    );
    const region = fc.constantFrom(...Object.keys(donnees.regions));
    fc.assert(
      fc.property(rythme, region, fc.integer({ min: 0, max: 2000 }), (one, place, offset) => {
        const du = addDays(day('2024-01-01'), offset);
        const abonne = toAbonne(toReglages({ rythme: one, region: place }));
        const envois = listEnvois(abonne, { du, au: addDays(du, 200) }, jours);
        expect(new Set(envois.map(({ periode }) => periode)).size).toBe(envois.length);
        expect(envois.every(({ jour }) => jours.calendrier.isOuvre(jour, place))).toBe(true);
        const gaps = envois.slice(1).map(({ jour }, index) => daysBetween(envois[index]?.jour ?? jour, jour));
        expect(Math.max(...gaps)).toBeLessThan(one.kind === 'semaine' ? 14 : 38);
        expect(envois.length).toBeGreaterThanOrEqual(one.kind === 'semaine' ? 27 : 6);
      }),
      { numRuns: 60 },
    );
  });
});

describe('reminders', () => {
  const reglages = toReglages({ rythme: { kind: 'mois', quantieme: 2 } });

  it('come 90, 30, 7 days and the day before, never later than the day itself', () => {
    // 18 March 2026, a Wednesday: 18 December, 16 February, 11 and 17 March.
    expect(list(toAbonne(reglages, { 'prevention:demarrage': '2026-03-18' }), '2025-12-03', '2026-04-01')).toEqual([
      'rappel 2025-12-18 2025-12-18',
      'digest 2026-01-02 2026-01',
      'digest 2026-02-02 2026-02',
      'rappel 2026-02-16 2026-02-16',
      'digest 2026-03-02 2026-03',
      'rappel 2026-03-11 2026-03-11',
      'rappel 2026-03-17 2026-03-17',
    ]);
  });

  it('of one day are one message, which the digest of that day stands for', () => {
    const two = { 'a:demarrage': '2026-03-18', 'b:demarrage': '2026-03-18', 'c:demarrage': '2026-04-10' };
    // 7 days before 18 March, and 30 before 10 April: 11 March.
    expect(list(toAbonne(reglages, two), '2026-03-11', '2026-03-11')).toEqual(['rappel 2026-03-11 2026-03-11']);
    const wednesdays = toReglages({ rythme: { kind: 'semaine', jour: 3 } });
    expect(list(toAbonne(wednesdays, two), '2026-03-11', '2026-03-11')).toEqual(['digest 2026-03-11 2026-S11']);
  });

  it('go to the persons named, beside the digest of the channel', () => {
    const named = toReglages({ rythme: { kind: 'semaine', jour: 3 }, destinataires: ['U1', 'U2'] });
    const envois = planJour(toAbonne(named, { 'a:demarrage': '2026-03-18' }), day('2026-03-11'), jours);
    expect(envois.map(({ kind, destination }) => [kind, destination])).toEqual([
      ['digest', 'C1'],
      ['rappel', 'U1'],
      ['rappel', 'U2'],
    ]);
  });

  it.each([
    ['nothing said', {}, ['2026-02-16', '2026-03-11', '2026-03-17']],
    ['done', { 'a:demarrage': { kind: 'fait', le: '2026-02-01' } }, []],
    ['not concerned', { 'a:demarrage': { kind: 'pas-concerne' } }, []],
    [
      'another one done',
      { 'b:demarrage': { kind: 'fait', le: '2026-02-01' } },
      ['2026-02-16', '2026-03-11', '2026-03-17'],
    ],
    // Put off to Wednesday 4 March: that day brings one, and the following ones come.
    ['put off', { 'a:demarrage': { kind: 'reporte', au: '2026-03-04' } }, ['2026-03-04', '2026-03-11', '2026-03-17']],
    // To Saturday 14 March: the Monday after.
    ['put off to a day off', { 'a:demarrage': { kind: 'reporte', au: '2026-03-14' } }, ['2026-03-16', '2026-03-17']],
    ['put off beyond', { 'a:demarrage': { kind: 'reporte', au: '2026-03-25' } }, ['2026-03-25']],
  ] as const)('%s', (_, marques, expected) => {
    const [communaute] = toAbonne(reglages, { 'a:demarrage': '2026-03-18' }, marques as Marques).communautes;
    if (!communaute) throw new Error('no community');
    const found: string[] = [];
    for (let jour = day('2026-02-01'); jour <= '2026-04-10'; jour = addDays(jour, 1)) {
      if (listRappels(communaute, reglages, jour, jours).length > 0) found.push(jour);
    }
    expect(found).toEqual(expected);
  });
});

describe('what is typed', () => {
  it.each([
    ['lundi', { kind: 'semaine', jour: 1 }],
    ['Sunday', { kind: 'semaine', jour: 7 }],
    ['le 5', { kind: 'mois', quantieme: 5 }],
    ['1er', { kind: 'mois', quantieme: 1 }],
  ])('%s is a day', (typed, value) => {
    expect(parseRythme(typed, donnees)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['9h', '09:00'],
    ['9 h 30', '09:30'],
    ['09:05', '09:05'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('%s is an hour', (typed, value) => {
    expect(parseHeure(typed)).toEqual({ kind: 'value', value });
  });

  it.each(['25', '24:00', '9h60', '-1', '9,5', 'midi', ''])('« %s » is none', (typed) => {
    expect(parseHeure(typed)).toMatchObject({ kind: 'problem', message: { code: 'digest-heure-refusee' } });
  });

  it('bounds horizons and reminders', () => {
    expect(['0', '1', '366', '367', '1,5', 'x'].map((typed) => parseHorizon(typed, donnees).kind)).toEqual([
      'problem',
      'value',
      'value',
      'problem',
      'problem',
      'problem',
    ]);
    expect(parseRappels('1 7, 30;7', donnees)).toEqual({ kind: 'value', value: [30, 7, 1] });
    expect(parseRappels('aucun', donnees)).toEqual({ kind: 'value', value: [] });
    expect(parseRappels('1 2 3 4 5 6 7 8 9', donnees).kind).toBe('problem');
  });

  it('tells the region of a zone', () => {
    const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Europe/Brussels'];
    expect(zones.map((zone) => findRegion(zone, donnees))).toEqual(['metropole', 'reunion', 'martinique', 'metropole']);
  });
});
