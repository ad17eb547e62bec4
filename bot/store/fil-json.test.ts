import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, findCalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, toCentimes, toFraction } from '#corpus/law/euros.ts';
import type { Fil } from '../answer/question.ts';
import type { Faits, FaitsMission } from '../answer/situate/faits.ts';
import { parseFilJson, toFilJson } from './fil-json.ts';

/** Every finite number but -0, which JSON cannot write and no fact is. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const whole = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 60, 1e300));
const centimes: fc.Arbitrary<Centimes> = fc.maxSafeInteger().map((cents) => toCentimes(cents / 100));
const fraction = fc.oneof(
  fc.record({ num: whole, den: fc.integer({ min: 1 }) }),
  fc.double({ min: 0, max: 100, noNaN: true }).map((points) => toFraction(points, 100)),
);
const day: fc.Arbitrary<CalendarDate> = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, monthDay]) => findCalendarDate(year, month, monthDay))
  .filter((date) => date !== undefined);
const periode = fc.record({ from: day, to: day });

const faitsMission: fc.Arbitrary<FaitsMission> = fc.record(
  {
    fixe: centimes,
    variable: centimes,
    demarrage: day,
    deploiement: day,
    demarrageMois: number,
    taux: fraction,
    atteint: centimes,
    fait: fc.boolean(),
  } satisfies Record<keyof FaitsMission, unknown>,
  { requiredKeys: [] },
);
const missions = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,12}$/), faitsMission, { maxKeys: 4 });

const faits: fc.Arbitrary<Faits> = fc.record(
  {
    population: number,
    populations: fc.array(number),
    populationBornee: fc.record({ sens: fc.constantFrom('moins', 'plus'), habitants: number }),
    tailles: fc.array(number),
    membres: number,
    signature: periode,
    renouvellement: day,
    projetDepose: day,
    annee: number,
    missions,
    missionsProfil: missions,
    mission: faitsMission,
    avenants: fc.array(number),
    montants: fc.array(centimes),
    pourcents: fc.array(number),
    durees: fc.array(number),
  } satisfies Record<keyof Faits, unknown>,
  { requiredKeys: [] },
);
const fil: fc.Arbitrary<Fil> = fc.record({ faits, concepts: fc.array(fc.string({ unit: 'binary' })) });

describe('toFilJson, parseFilJson', () => {
  it('gives every memory back as it was', () => {
    fc.assert(
      fc.property(fil, (memory) => {
        expect(parseFilJson(toFilJson(memory))).toEqual(memory);
      }),
    );
  });

  it('writes the same text again from what it read', () => {
    fc.assert(
      fc.property(fil, (memory) => {
        const text = toFilJson(memory);
        expect(toFilJson(parseFilJson(text) ?? { faits: {}, concepts: ['lost'] })).toBe(text);
      }),
    );
  });

  it('reads a fact that is undefined as a fact that was not said', () => {
    const text = toFilJson({ faits: { population: undefined, mission: { fixe: undefined } }, concepts: [] });
    expect(text).toBe('{"faits":{"mission":{}},"concepts":[]}');
    expect(parseFilJson(text)).toStrictEqual({ faits: { mission: {} }, concepts: [] });
  });

  it.each([
    ['text that is not JSON', '{'],
    ['no text', ''],
    ['another shape', '[]'],
    ['null', 'null'],
    ['no concepts', '{"faits":{}}'],
    ['a key of another version', '{"faits":{},"concepts":[],"humeur":1}'],
    ['a fact of another version', '{"faits":{"habitants":3},"concepts":[]}'],
    ['a fact of a mission of another version', '{"faits":{"mission":{"prime":3}},"concepts":[]}'],
    ['a day that does not exist', '{"faits":{"renouvellement":"2025-02-31"},"concepts":[]}'],
    ['cents that are not whole', '{"faits":{"mission":{"fixe":0.5}},"concepts":[]}'],
    ['a fraction over zero', '{"faits":{"mission":{"taux":{"num":1,"den":0}}},"concepts":[]}'],
    ['a rate written as a number', '{"faits":{"mission":{"taux":0.75}},"concepts":[]}'],
    ['a number too great for JSON', toFilJson({ faits: { population: Number.POSITIVE_INFINITY }, concepts: [] })],
  ])('drops a memory with %s', (_what, text) => {
    expect(parseFilJson(text)).toBeUndefined();
  });
});
