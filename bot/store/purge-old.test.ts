import { expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Fil } from '../answer/question.ts';
import { EVENT_KEEP_MS } from './claim-names.ts';
import { KEEP_MS } from './purge-old.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

const NOW = Date.UTC(2026, 10, 2);
const FIL: Fil = { faits: {}, concepts: ['taille'] };

it('forgets events at 24 hours, not before', async () => {
  const folder = createFolder();
  const store = await openTemporary(folder);
  await store.claimEvent('T1', ['old', 'older'], NOW - 1);
  await store.claimEvent('T2', ['exact'], NOW);
  await store.claimEvent('T1', ['young'], NOW + 1);
  expect(await store.purge(NOW + EVENT_KEEP_MS)).toEqual({
    events: 3,
    threads: 0,
    exchanges: 0,
    tokens: 0,
    works: 0,
    answers: 0,
  });
  const names = openBeside(folder).prepare('select name from event').all();
  expect(names.map((row) => row.name)).toEqual(['young']);
});

it('forgets threads and exchanges at 90 days, not before', async () => {
  const store = await openTemporary();
  const exchange = { answerTs: '1.2', version: '' };
  for (const [thread, at] of [
    ['1.0', NOW],
    ['2.0', NOW + 1],
  ] as const) {
    await store.saveExchange({ team: 'T1', channel: 'C1', questionTs: thread }, thread, exchange, FIL, at);
  }
  expect(await store.purge(NOW + KEEP_MS - 1)).toEqual({
    events: 0,
    threads: 0,
    exchanges: 0,
    tokens: 0,
    works: 0,
    answers: 0,
  });
  expect(await store.purge(NOW + KEEP_MS)).toEqual({
    events: 0,
    threads: 1,
    exchanges: 1,
    tokens: 0,
    works: 0,
    answers: 0,
  });
  expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: '1.0' })).toBeUndefined();
  expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: '2.0' })).toEqual(FIL);
});

it('keeps a thread as long as it goes on, and forgets its first exchanges', async () => {
  const store = await openTemporary();
  const first = { team: 'T1', channel: 'C1', questionTs: '1.0' };
  await store.saveExchange(first, '1.0', { answerTs: '1.2', version: '' }, FIL, NOW);
  await store.saveExchange(
    { ...first, questionTs: '1.5' },
    '1.0',
    { answerTs: '1.6', version: '' },
    FIL,
    NOW + KEEP_MS,
  );
  expect(await store.purge(NOW + KEEP_MS)).toEqual({
    events: 0,
    threads: 0,
    exchanges: 1,
    tokens: 0,
    works: 0,
    answers: 0,
  });
  expect(await store.readExchange(first)).toBeUndefined();
  expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: '1.0' })).toEqual(FIL);
});

it('lets an exchange go with its thread', async () => {
  const folder = createFolder();
  const store = await openTemporary(folder);
  const key = { team: 'T1', channel: 'C1', questionTs: '1.1' };
  await store.saveExchange(key, '1.0', { answerTs: '1.2', version: '' }, FIL, NOW);
  openBeside(folder).exec('delete from fil');
  expect(await store.readExchange(key)).toBeUndefined();
});

it('forgets the tokens of a day at 90 days, not before', async () => {
  const store = await openTemporary();
  const day = '2026-11-02' as CalendarDate;
  await store.addTokens('T1', day, 5);
  expect(await store.purge(NOW + KEEP_MS - 24 * 3_600_000)).toMatchObject({ tokens: 0, works: 0, answers: 0 });
  expect(await store.readTokens('T1', day)).toBe(5);
  expect(await store.purge(NOW + KEEP_MS)).toMatchObject({ tokens: 1 });
  expect(await store.readTokens('T1', day)).toBe(0);
});
