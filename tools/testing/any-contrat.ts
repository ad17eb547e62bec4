import fc from 'fast-check';
import { addDays, addMonths, CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes, Fraction } from '#corpus/law/euros.ts';
import type { FinancementInput, MissionSaisie } from '../financement/financement.ts';
import { loadTestParametres } from './load-exemples.ts';

/** First day of the accord. */
const FIRST = CalendarDate.parse('2019-08-25');
const CODES = loadTestParametres().missions.missions.map(({ code }) => code);

/** Any day from one, as many days on as given. */
export function anyDay(from: CalendarDate, days: number): fc.Arbitrary<CalendarDate> {
  return fc.integer({ min: 0, max: days }).map((offset) => addDays(from, offset));
}

/** Any day of signature from the first day of the accord to the summer of 2029, those of the thresholds often. */
export const anySignature: fc.Arbitrary<CalendarDate> = fc.oneof(
  anyDay(FIRST, 3650),
  fc.constantFrom('2019-08-25', '2020-02-29', '2022-03-30', '2022-03-31', '2022-09-29').map(toDay),
  fc.constantFrom('2022-09-30', '2024-02-29', '2022-08-31', '2025-01-31').map(toDay),
);

/** An amount of a contract, in euro cents, centimes included. */
export const anyMontant: fc.Arbitrary<Centimes> = fc
  .integer({ min: 0, max: 20_000_000 })
  .map((cents) => cents as Centimes);

const share = fc
  .integer({ min: 1, max: 1000 })
  .chain((den) => fc.record({ num: fc.integer({ min: 0, max: den }), den: fc.constant(den) }));

type Drawn = {
  readonly code: string;
  readonly fixe?: Centimes | undefined;
  readonly variable?: Centimes | undefined;
  readonly taux?: Fraction | undefined;
  /** Euros reached, drawn only for missions that have neither a variable part nor a share of their own. */
  readonly atteint?: Centimes | undefined;
  readonly demarrageJours?: number | undefined;
  /** Start so many whole months after the signature: both bases of the prorata can then be used. */
  readonly demarrageMois?: number | undefined;
};
const missions = fc.uniqueArray(
  fc.record(
    {
      code: fc.constantFrom(...CODES),
      fixe: anyMontant,
      variable: anyMontant,
      taux: share,
      atteint: anyMontant,
      demarrageJours: fc.integer({ min: 0, max: 1900 }),
      demarrageMois: fc.integer({ min: 0, max: 62 }),
    },
    { requiredKeys: ['code'] },
  ),
  { selector: ({ code }) => code, maxLength: 6 },
);

/** Valid contracts of any size, day, missions and year, renewed or not. */
export const anyContrat: fc.Arbitrary<FinancementInput & { readonly signature: CalendarDate }> = fc
  .record({
    population: fc.oneof(
      fc.constantFrom(39_999, 40_000, 80_000, 175_000, 175_001),
      fc.integer({ min: 1, max: 400_000 }),
    ),
    signature: anySignature,
    annee: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('contrat-entier' as const)),
    renewed: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    missions,
  })
  .map(({ renewed, missions: drawn, signature, ...rest }) => {
    const renouvellement = renewed === undefined ? undefined : addDays(addMonths(signature, 60), renewed);
    return { ...rest, signature, renouvellement, missions: drawn.map((mission) => toSaisie(mission, signature)) };
  });

function toSaisie(drawn: Drawn, signature: CalendarDate): MissionSaisie {
  const { demarrageJours, demarrageMois, atteint, ...mission } = drawn;
  const free = mission.variable === undefined && mission.taux === undefined;
  const inDays = demarrageJours === undefined ? {} : { demarrage: addDays(signature, demarrageJours) };
  const inMonths = demarrageMois === undefined ? inDays : { demarrage: addMonths(signature, demarrageMois) };
  return { ...mission, ...inMonths, ...(free ? { atteint } : {}) };
}

function toDay(text: string): CalendarDate {
  return CalendarDate.parse(text);
}
