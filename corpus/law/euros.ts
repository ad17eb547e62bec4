import { z } from 'zod';

/** An amount of money in whole euro cents. */
export type Centimes = number & z.$brand<'Centimes'>;

/** Exact fraction of whole numbers, for rates and prorata: `{ num: 3, den: 4 }` is 75 %. */
export type Fraction = { readonly num: number; readonly den: number };

/** Reads an amount of the data files: euros, two decimals at most, zero or more. */
export const Centimes = z
  .number()
  .nonnegative()
  .refine(
    (euros) => Number.isInteger(Math.round(euros * 100)) && Math.abs(euros * 100 - Math.round(euros * 100)) < 1e-6,
    {
      error: "un montant s'écrit en euros avec deux décimales au plus",
    },
  )
  .transform((euros) => Math.round(euros * 100) as Centimes);

/** Reads a rate of the data files, written as an exact fraction: `3/4`. */
export const Fraction = z
  .string()
  .regex(/^\d+\/[1-9]\d*$/, { error: "une fraction s'écrit « 3/4 »" })
  .transform((text): Fraction => {
    const [num, den] = text.split('/').map(Number) as [number, number];
    return { num, den };
  });

/** Decimals of a rate that are read; far more than a contract writes, and few enough to stay whole numbers. */
const RATE_DECIMALS = 12;

/**
 * A decimal number as the exact fraction it writes: `0.8` is 8/10, `toFraction(33.5, 100)` is 335/1000.
 * The one way a rate becomes a fraction, so that two surfaces never round it differently.
 * @param scale what a whole is worth: 1 for a share, 100 for a percentage
 */
export function toFraction(decimal: number, scale = 1): Fraction {
  const [whole = '0', decimals = ''] = decimal.toFixed(RATE_DECIMALS).split('.');
  const kept = decimals.replace(/0+$/, '');
  return { num: Number(`${whole}${kept}`), den: 10 ** kept.length * scale };
}

/**
 * Rounds an exact product to the cent, half up, once: `base × f1 × f2 …`.
 * Whole-number arithmetic (BigInt) so that no binary fraction enters.
 */
export function roundCentimes(base: Centimes, ...fractions: readonly Fraction[]): Centimes {
  let num = BigInt(base);
  let den = 1n;
  for (const fraction of fractions) {
    num *= BigInt(fraction.num);
    den *= BigInt(fraction.den);
  }
  return Number((2n * num + den) / (2n * den)) as Centimes;
}

/** Sum of amounts. */
export function addCentimes(...amounts: readonly Centimes[]): Centimes {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum as Centimes;
}

/** Difference of two amounts. */
export function subtractCentimes(from: Centimes, amount: Centimes): Centimes {
  return (from - amount) as Centimes;
}

/** Euros as a plain number with two decimals at most, as the JSON contract wants them. */
export function toEuros(amount: Centimes): number {
  return amount / 100;
}

/** Whole euros (or euros with cents) to cents. */
export function toCentimes(euros: number): Centimes {
  return Math.round(euros * 100) as Centimes;
}
