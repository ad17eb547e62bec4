import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCentimes,
  Centimes,
  Fraction,
  roundCentimes,
  subtractCentimes,
  toCentimes,
  toEuros,
  toFraction,
} from './euros.ts';

describe('Centimes', () => {
  it.each([
    [75000, 7_500_000],
    [15081.97, 1_508_197],
    [0, 0],
    [0.1, 10],
    [1.15, 115], // 1.15 × 100 is 114.99999999999999 in binary
  ])('reads %d euros', (euros, centimes) => {
    expect(Centimes.parse(euros)).toBe(centimes);
    expect(toEuros(toCentimes(euros))).toBe(euros);
  });

  it.each([
    ['a negative amount', -1],
    ['three decimals', 1.005],
    ['a text', '75000'],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('refuses %s', (_, value) => {
    expect(Centimes.safeParse(value).success).toBe(false);
  });
});

describe('Fraction', () => {
  it('reads three quarters exactly', () => {
    expect(Fraction.parse('3/4')).toEqual({ num: 3, den: 4 });
  });

  it.each(['3/0', '0,75', '75 %', '3/-4', '1/04x', '/4', ''])('refuses « %s »', (text) => {
    expect(Fraction.safeParse(text).success).toBe(false);
  });
});

describe('toFraction', () => {
  it.each([
    [0.8, 1, { num: 8, den: 10 }],
    [0.666666, 1, { num: 666_666, den: 1_000_000 }],
    [0.07, 1, { num: 7, den: 100 }],
    [33.5, 100, { num: 335, den: 1_000 }], // 33,5 % = 335/1000
    [80, 100, { num: 80, den: 100 }],
    [0.0000001, 1, { num: 1, den: 10_000_000 }], // written 1e-7 by the language
    [0, 1, { num: 0, den: 1 }],
    [1, 1, { num: 1, den: 1 }],
  ])('writes %d of %d exactly', (decimal, scale, expected) => {
    expect(toFraction(decimal, scale)).toEqual(expected);
  });
});

describe('roundCentimes', () => {
  it.each([
    [4_000_000, [{ num: 184, den: 366 }], 2_010_929], // 40 000 × 184/366 = 20 109,2896
    [
      4_000_000,
      [
        { num: 184, den: 366 },
        { num: 3, den: 4 },
      ],
      1_508_197,
    ], // × 3/4 = 15 081,9672, one rounding
    [1, [{ num: 1, den: 2 }], 1], // half a cent goes up
    [1, [{ num: 1, den: 3 }], 0],
    [1_000_000, [{ num: 1, den: 3 }], 333_333],
    [7_500_000, [], 7_500_000],
    [7_500_000, [{ num: 0, den: 1 }], 0],
  ])('%d × %j = %d', (base, fractions, expected) => {
    expect(roundCentimes(base as Centimes, ...fractions)).toBe(expected);
  });

  it('is never more than half a cent from the exact product', () => {
    const fraction = fc.record({ num: fc.integer({ min: 0, max: 366 }), den: fc.integer({ min: 1, max: 366 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fraction, fraction, (base, first, second) => {
        const rounded = BigInt(roundCentimes(base as Centimes, first, second));
        const exact = BigInt(base) * BigInt(first.num) * BigInt(second.num);
        const den = BigInt(first.den) * BigInt(second.den);
        // -1/2 < rounded − exact/den ≤ 1/2: half up
        expect(2n * (rounded * den - exact) <= den && 2n * (rounded * den - exact) > -den).toBe(true);
      }),
    );
  });

  it('gives the whole again, or one cent more, when a year is cut in two', () => {
    const split = fc
      .tuple(fc.constantFrom(365, 366, 12), fc.nat())
      .map(([den, seed]) => ({ den, before: seed % (den + 1) }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), split, (amount, { den, before }) => {
        const whole = amount as Centimes;
        const parts = addCentimes(
          roundCentimes(whole, { num: before, den }),
          roundCentimes(whole, { num: den - before, den }),
        );
        // Both parts are rounded half up, so only two exact halves of a cent make a difference.
        const halves = (2 * amount * before) % den === 0 && ((2 * amount * before) / den) % 2 === 1;
        expect(parts - whole).toBe(halves ? 1 : 0);
      }),
    );
  });
});

describe('addCentimes and subtractCentimes', () => {
  it('add nothing to zero', () => {
    expect(addCentimes()).toBe(0);
  });

  it('undo one another', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents as Centimes);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtractCentimes(addCentimes(a, b), b)).toBe(a);
      }),
    );
  });
});
