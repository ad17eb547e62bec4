import { describe, expect, it } from 'vitest';
import { measureLot } from './measure-lot.ts';

describe('the measure of a list', () => {
  it.each(['json', 'csv'] as const)('runs the command itself and finds every line again, as %s', (forme) => {
    expect(measureLot(50, forme)).toMatchObject({ lignes: 50, lignesEcrites: 50, ms: expect.any(Number) });
  });
});
