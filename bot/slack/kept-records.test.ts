import { describe, expect, it } from 'vitest';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import { createKeptRecords } from './kept-records.ts';

const { pipeline } = loadTestAssembly();
const record = { calls: [], draft: null, rejections: [], avis: null };

describe('what is kept of a model for the answers that may be shared', () => {
  it('makes an answer again with what the model did, and without it when that is lost', () => {
    const kept = createKeptRecords();
    kept.keep('a', [record]);
    kept.keep('b', undefined);
    const openGuide = () => {
      throw new Error('a model was asked');
    };
    expect(kept.toReplay('a', { ...pipeline, openGuide }).openGuide).toBeTypeOf('function');
    expect(kept.toReplay('a', { ...pipeline, openGuide }).openGuide).not.toBe(openGuide);
    expect(kept.toReplay('b', { ...pipeline, openGuide }).openGuide).toBeUndefined();
  });

  it('is of one workspace: what another one keeps under the same value is not given', () => {
    const [one, other] = [createKeptRecords(), createKeptRecords()];
    one.keep('a', [record]);
    expect(other.toReplay('a', pipeline).openGuide).toBeUndefined();
  });

  it('forgets the oldest beyond five hundred', () => {
    const kept = createKeptRecords();
    for (let index = 0; index <= 500; index += 1) kept.keep(`v${index}`, [record]);
    expect(kept.toReplay('v0', pipeline).openGuide).toBeUndefined();
    expect(kept.toReplay('v1', pipeline).openGuide).toBeDefined();
  });
});
