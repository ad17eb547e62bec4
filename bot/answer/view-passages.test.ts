import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestCorpus } from '#corpus/testing/load-test-corpus.ts';
import { viewPassages } from './view-passages.ts';

const { passagesById } = loadTestCorpus();

describe('viewPassages', () => {
  it.each([
    ['2021-12-19', undefined],
    ['2022-06-01', 'en-vigueur'],
    ['2022-10-01', 'expire'],
  ])('on %s, the top-up of avenant 2 is %s', (today, statut) => {
    const view = viewPassages(passagesById, CalendarDate.parse(today));
    expect(view.get('complement-exceptionnel-montants')?.statut).toBe(statut);
  });
});
