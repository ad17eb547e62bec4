import { expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { createFolder, openTemporary } from './testing/open-temporary.ts';

const DAY = '2026-11-22' as CalendarDate;
const NEXT = '2026-11-23' as CalendarDate;

it('counts tokens by workspace and by day', async () => {
  const store = await openTemporary();
  expect(await store.readTokens('T1', DAY)).toBe(0);
  expect(await store.addTokens('T1', DAY, 120)).toBe(120);
  expect(await store.addTokens('T1', DAY, 30)).toBe(150);
  await store.addTokens('T1', NEXT, 7);
  await store.addTokens('T2', DAY, 9);
  expect(await store.readTokens('T1', DAY)).toBe(150);
  expect(await store.readTokens('T1', NEXT)).toBe(7);
  expect(await store.readTokens('T2', DAY)).toBe(9);
});

it('loses no count between two connections', async () => {
  const folder = createFolder();
  const stores = [await openTemporary(folder), await openTemporary(folder)];
  const adds = Array.from({ length: 40 }, (_, index) => stores[index % 2]?.addTokens('T1', DAY, 3));
  const totals = await Promise.all(adds);
  expect(Math.max(...totals.map(Number))).toBe(120);
  expect(new Set(totals).size).toBe(40);
  expect(await stores[0]?.readTokens('T1', DAY)).toBe(120);
});
