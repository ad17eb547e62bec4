import { describe, expect, it } from 'vitest';
import { guideAssembly } from '../model/testing/guide-pipeline.ts';
import { playModel } from '../model/testing/play-model.ts';
import { loadTestAssembly, TODAY } from '../testing/load-test-assembly.ts';
import { showWork } from './show-work.ts';

describe('the line shown while a model works', () => {
  it('is one line that is erased once it is done', () => {
    const written: string[] = [];
    const erase = showWork(guideAssembly(playModel({})), TODAY, (text) => void written.push(text));
    expect(written).toEqual(['Je relis les textes…']);
    erase();
    expect(written[1]).toBe('\r\u001b[K');
  });

  it('is not shown without a model', () => {
    const written: string[] = [];
    showWork(loadTestAssembly(), TODAY, (text) => void written.push(text))();
    expect(written).toEqual([]);
  });
});
