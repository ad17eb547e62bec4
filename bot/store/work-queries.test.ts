import { describe, expect, it } from 'vitest';
import { EVENT_KEEP_MS } from './claim-names.ts';
import { openStore } from './open-sqlite-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

const NOW = Date.UTC(2026, 10, 2);
const WORK = { id: 'message C1 1.1', kind: 'message', payload: '{"text":"Quel plafond ?"}', user: 'U1' };

describe('receiveWork', () => {
  it('keeps the work of an event that is heard first, as it was given', async () => {
    const store = await openTemporary();
    expect(await store.receiveWork('T1', ['Ev1', WORK.id], WORK, NOW)).toBe(true);
    expect(await store.takeUpWorks('T1')).toEqual([{ ...WORK, receivedAt: NOW, tries: 0 }]);
  });

  it.each([
    ['the same event', ['Ev1', WORK.id]],
    ['the same deed under another event', ['Ev2', WORK.id]],
    ['the same event of another deed', ['Ev1', 'message C1 1.2']],
  ])('keeps nothing for %s, when it was heard already and is done', async (_what, names) => {
    const store = await openTemporary();
    await store.receiveWork('T1', ['Ev1', WORK.id], WORK, NOW);
    await store.finishWork('T1', WORK.id);
    expect(await store.receiveWork('T1', names, WORK, NOW + 1)).toBe(false);
    expect(await store.takeUpWorks('T1')).toEqual([]);
  });

  it('knows an event that was claimed without a work, and the other way round', async () => {
    const store = await openTemporary();
    await store.claimEvent('T1', ['Ev1'], NOW);
    expect(await store.receiveWork('T1', ['Ev1'], WORK, NOW)).toBe(false);
    await store.receiveWork('T1', ['Ev2'], WORK, NOW);
    expect(await store.claimEvent('T1', ['Ev2'], NOW)).toBe(false);
  });

  it('does not replace a work in hand of the same name', async () => {
    const store = await openTemporary();
    await store.receiveWork('T1', ['Ev1'], WORK, NOW);
    expect(await store.receiveWork('T1', ['Ev2'], { ...WORK, payload: '{}' }, NOW)).toBe(false);
    expect((await store.takeUpWorks('T1'))[0]?.payload).toBe(WORK.payload);
  });

  it('gives one of many receivers at once the work', async () => {
    const store = await openTemporary();
    const received = await Promise.all(Array.from({ length: 40 }, () => store.receiveWork('T1', ['Ev1'], WORK, NOW)));
    expect(received.filter(Boolean)).toHaveLength(1);
  });
});

describe('a work in hand', () => {
  it('survives the process with what was being sent and how often it was tried', async () => {
    const folder = createFolder();
    const before = await openStore(folder);
    await before.receiveWork('T1', ['Ev1'], WORK, NOW);
    await before.noteTries('T1', WORK.id, 2);
    await before.noteSending('T1', WORK.id, { channel: 'C1', messageId: 'm' });
    const sending = { channel: 'C1', messageId: 'm', ts: '1.2', sent: ['1.1'] };
    await before.noteSending('T1', WORK.id, sending);
    await before.close();
    const after = await openTemporary(folder);
    expect(await after.takeUpWorks('T1')).toEqual([{ ...WORK, receivedAt: NOW, tries: 2, sending }]);
    await after.finishWork('T1', WORK.id);
    expect(await after.takeUpWorks('T1')).toEqual([]);
  });

  it('comes after those that were heard before it', async () => {
    const store = await openTemporary();
    for (const [index, at] of [30, 10, 20, 10].entries()) {
      await store.receiveWork('T1', [`Ev${index}`], { ...WORK, id: `w${index}` }, NOW + at);
    }
    expect((await store.takeUpWorks('T1')).map(({ id }) => id)).toEqual(['w1', 'w3', 'w2', 'w0']);
  });

  it.each(['{', '{"channel":"C1"}', '{"channel":"C1","messageId":"m","later":1}'])(
    'is given without what was being sent when this version cannot read it: %s',
    async (written) => {
      const folder = createFolder();
      const store = await openTemporary(folder);
      await store.receiveWork('T1', ['Ev1'], WORK, NOW);
      openBeside(folder).prepare('update work set sending = ?').run(written);
      expect(await store.takeUpWorks('T1')).toEqual([{ ...WORK, receivedAt: NOW, tries: 0 }]);
    },
  );

  it('is dropped and counted at a day, not before', async () => {
    const store = await openTemporary();
    await store.receiveWork('T1', ['Ev1'], WORK, NOW);
    expect(await store.purge(NOW + EVENT_KEEP_MS - 1)).toMatchObject({ works: 0 });
    expect(await store.purge(NOW + EVENT_KEEP_MS)).toMatchObject({ works: 1 });
    expect(await store.takeUpWorks('T1')).toEqual([]);
  });

  it('is nothing to write on once it is done', async () => {
    const store = await openTemporary();
    await store.noteSending('T1', WORK.id, { channel: 'C1', messageId: 'm' });
    await store.noteTries('T1', WORK.id, 3);
    await store.finishWork('T1', WORK.id);
    expect(await store.takeUpWorks('T1')).toEqual([]);
  });
});
