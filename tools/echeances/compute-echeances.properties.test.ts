import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, CalendarDate, daysBetween, toParts } from '#corpus/law/calendar-date.ts';
import { anyDay, anySignature } from '../testing/any-contrat.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { checkEcheancesInput } from './check-echeances-input.ts';
import { computeEcheances } from './compute-echeances.ts';
import type { Echeance, EcheancesInput } from './echeance.ts';

const parametres = loadTestParametres();
const FIRST = CalendarDate.parse('2019-08-25');
const anyAsOf = anyDay(FIRST, 6000);
const offset = fc.integer({ min: 0, max: 1200 });

/** What somebody may say of her missions: started, rolled out, done, any of these or none. */
const anyMissions = fc.uniqueArray(
  fc.record(
    {
      code: fc.constantFrom(...parametres.missions.missions.map(({ code }) => code)),
      demarrage: offset,
      deploiement: offset,
      fait: fc.boolean(),
    },
    { requiredKeys: ['code'] },
  ),
  { selector: ({ code }) => code, maxLength: 6 },
);

/** Contracts renewed or not, projects filed or not, missions followed or not. */
const anyInput = fc
  .record({
    signature: anySignature,
    renewed: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    filed: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    missions: anyMissions,
  })
  .map(({ signature, renewed, filed, missions }): EcheancesInput & { readonly signature: CalendarDate } => ({
    signature,
    renouvellement: renewed === undefined ? undefined : addDays(addMonths(signature, 60), renewed),
    projetDepose: filed === undefined ? undefined : addDays(signature, -filed),
    missions: missions.map(({ code, demarrage, deploiement, fait }) => {
      const start = demarrage === undefined ? undefined : addDays(signature, demarrage);
      const end = deploiement === undefined ? undefined : addDays(start ?? signature, deploiement);
      return { code, demarrage: start, deploiement: end, fait };
    }),
  }));

function list(input: EcheancesInput, asOf: CalendarDate): readonly Echeance[] {
  const outcome = computeEcheances(input, parametres, asOf);
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.value;
}

function toDates(echeances: readonly Echeance[]) {
  return echeances.map(({ code, date }) => [code, date]);
}

describe('deadlines, whatever the contract', () => {
  it('do not move with the day asked, nor with what is done or planned', () => {
    fc.assert(
      fc.property(anyInput, anyAsOf, anyAsOf, (input, a, b) => {
        expect(checkEcheancesInput(input, parametres)).toEqual([]);
        const dates = toDates(list(input, a));
        expect(toDates(list(input, b))).toEqual(dates);
        expect(toDates(list({ ...input, missions: [] }, a))).toEqual(dates);
      }),
    );
  });

  it('keep those of the missions through a renewal, and count its years on from the term', () => {
    fc.assert(
      fc.property(anyInput, anyAsOf, (input, asOf) => {
        const isOfMission = ({ code }: Echeance) => /:(?:demarrage|deploiement)$/.test(code);
        const alone = list({ ...input, renouvellement: undefined }, asOf);
        const found = list(input, asOf);
        expect(toDates(found.filter(isOfMission))).toEqual(toDates(alone.filter(isOfMission)));
        const years = found.filter(({ code }) => code.startsWith('anniversaire:'));
        expect(years).toHaveLength(input.renouvellement ? 10 : 5);
        expect(toDates(years).slice(0, 5)).toEqual(toDates(alone.filter(({ code }) => code.startsWith('anniv'))));
      }),
    );
  });

  it('never come earlier when the contract is signed later', () => {
    fc.assert(
      fc.property(anySignature, anySignature, anyAsOf, (a, b, asOf) => {
        const [early = a, late = b] = [a, b].sort();
        const later = new Map(list({ signature: late, missions: [] }, asOf).map(({ code, date }) => [code, date]));
        for (const { code, date } of list({ signature: early, missions: [] }, asOf)) {
          expect((later.get(code) ?? date) >= date).toBe(true);
        }
      }),
    );
  });

  it('say that a day was brought back where it was, and only there', () => {
    fc.assert(
      fc.property(anySignature, anyAsOf, (signature, asOf) => {
        const { day } = toParts(signature);
        for (const { code, date, hypotheses } of list({ signature, missions: [] }, asOf)) {
          // The last day is the eve of an anniversary: it is that anniversary which may be brought back.
          const counted = code === 'contrat:fin' ? addDays(date, 1) : date;
          const told = hypotheses.filter((hypothese) => hypothese.code === 'fin-de-mois');
          expect([code, told.length]).toEqual([code, toParts(counted).day === day ? 0 : 1]);
          for (const { args } of told) {
            expect(args).toMatchObject({ quantieme: { valeur: day }, jour: { date: counted } });
          }
        }
      }),
    );
  });

  it('agree with what was said: done on a day that has come, planned for one that has not, late by so many days', () => {
    fc.assert(
      fc.property(anyInput, anyAsOf, (input, asOf) => {
        for (const { date, etat, suivi } of list(input, asOf)) {
          expect(etat === 'fait').toBe(suivi?.fait ?? false);
          if (!suivi) continue;
          const { faitLe, prevu, retardJours } = suivi;
          if (faitLe) expect(faitLe <= asOf && suivi.fait).toBe(true);
          if (prevu) expect(prevu > asOf && !suivi.fait).toBe(true);
          const jour = faitLe ?? prevu;
          expect(retardJours).toBe(jour === null ? null : Math.max(0, daysBetween(date, jour)));
        }
      }),
    );
  });

  it('never show the accord in force before its first day', () => {
    const before = anyDay(CalendarDate.parse('2016-01-01'), 1331); // to 24 August 2019
    fc.assert(
      fc.property(before, anyAsOf, anyMissions, (jour, asOf, drawn) => {
        expect(jour < FIRST).toBe(true);
        const missions = drawn.map(({ code, fait }) => ({ code, fait }));
        expect(computeEcheances({ signature: jour, missions }, parametres, asOf).kind).toBe('not-covered');
        expect(computeEcheances({ projetDepose: jour, missions }, parametres, asOf).kind).toBe('not-covered');
        const project = computeEcheances({ signature: FIRST, projetDepose: jour, missions }, parametres, asOf);
        if (project.kind !== 'computed') throw new Error(project.kind);
        expect(project.value.some(({ code }) => code === 'projet-sante:silence-ars')).toBe(false);
      }),
    );
  });
});

const ROOT = join(import.meta.dirname, '../..');

/** Runs both calculators on contracts of many days, in a process of its own, and prints all they give. */
const SCRIPT = `
  const { loadParametres } = await import('./corpus/load-parametres.ts');
  const { computeEcheances } = await import('./tools/echeances/compute-echeances.ts');
  const { computeFinancement } = await import('./tools/financement/compute-financement.ts');
  const { addDays } = await import('./corpus/law/calendar-date.ts');
  const parametres = loadParametres('corpus');
  for (let days = 0; days < 3650; days += 61) {
    const signature = addDays('2019-08-25', days);
    const asOf = addDays(signature, 400);
    const missions = [{ code: 'parcours', demarrage: addDays(signature, 200), fixe: 4000001, variable: 2000003 }];
    const contrat = { signature, missions };
    const funding = { ...contrat, taille: 'taille2', annee: 'contrat-entier' };
    console.log(JSON.stringify(computeEcheances({ ...contrat, projetDepose: signature }, parametres, asOf)));
    console.log(JSON.stringify(computeFinancement(funding, parametres, asOf)));
  }
`;

describe('the calculators', () => {
  it('give the same bytes on both sides of the world', () => {
    const [east, west] = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
        cwd: ROOT,
        env: { TZ: zone },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      }),
    );
    expect(east?.split('\n').length).toBeGreaterThan(100);
    expect(west).toBe(east);
  });
});
