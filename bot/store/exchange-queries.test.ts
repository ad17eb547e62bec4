import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import type { Fil } from '../answer/question.ts';
import { openStore } from './open-sqlite-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

const NOW = Date.UTC(2026, 10, 2);
const FIL: Fil = {
  faits: {
    population: 52_000,
    signature: { from: '2022-05-01' as CalendarDate, to: '2022-05-31' as CalendarDate },
    missions: { soins: { fixe: toCentimes(60_000), taux: { num: 335, den: 1000 }, fait: true } },
  },
  concepts: ['financement', 'taille'],
};
const LATER: Fil = { faits: { population: 90_000 }, concepts: ['taille'] };
const QUESTION = { team: 'T1', channel: 'C1', questionTs: '10.1' };
const THREAD = { team: 'T1', channel: 'C1', threadTs: '10.0' };

describe('saveExchange', () => {
  it('keeps the exchange and the memory of its thread', async () => {
    const store = await openTemporary();
    await store.saveExchange(QUESTION, '10.0', { answerTs: '10.2', version: '', filAvant: LATER }, FIL, NOW);
    expect(await store.readFil(THREAD)).toStrictEqual(FIL);
    expect(await store.readExchange(QUESTION)).toStrictEqual({ answerTs: '10.2', version: '', filAvant: LATER });
  });

  it('replaces both when the question is edited', async () => {
    const store = await openTemporary();
    await store.saveExchange(QUESTION, '10.0', { answerTs: '10.2', version: '', filAvant: LATER }, FIL, NOW);
    await store.saveExchange(QUESTION, '10.0', { answerTs: '10.2', version: '10.5' }, LATER, NOW);
    expect(await store.readExchange(QUESTION)).toStrictEqual({ answerTs: '10.2', version: '10.5' });
    expect(await store.readFil(THREAD)).toStrictEqual(LATER);
  });

  it('survives a restart', async () => {
    const folder = createFolder();
    const before = await openStore(folder);
    await before.saveExchange(QUESTION, '10.0', { answerTs: '10.2', version: '', filAvant: FIL }, LATER, NOW);
    await before.close();
    const after = await openTemporary(folder);
    expect(await after.readFil(THREAD)).toStrictEqual(LATER);
    expect(await after.readExchange(QUESTION)).toStrictEqual({ answerTs: '10.2', version: '', filAvant: FIL });
  });

  it('keeps workspaces, channels and threads apart', async () => {
    const store = await openTemporary();
    const exchange = { answerTs: '10.2', version: '' };
    await store.saveExchange(QUESTION, '10.0', exchange, FIL, NOW);
    await store.saveExchange({ ...QUESTION, team: 'T2' }, '10.0', { ...exchange, answerTs: '20.2' }, LATER, NOW);
    expect(await store.readFil(THREAD)).toStrictEqual(FIL);
    expect(await store.readFil({ ...THREAD, team: 'T2' })).toStrictEqual(LATER);
    expect((await store.readExchange(QUESTION))?.answerTs).toBe('10.2');
    expect((await store.readExchange({ ...QUESTION, team: 'T2' }))?.answerTs).toBe('20.2');
    for (const other of [{ team: 'T3' }, { channel: 'C2' }, { threadTs: '11.0', questionTs: '11.1' }]) {
      expect(await store.readFil({ ...THREAD, ...other })).toBeUndefined();
      expect(await store.readExchange({ ...QUESTION, ...other })).toBeUndefined();
    }
  });

  it('keeps neither when the exchange cannot be written', async () => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    await store.saveExchange(QUESTION, '10.0', { answerTs: '10.2', version: '' }, FIL, NOW);
    openBeside(folder).exec(
      "create trigger stop before update on exchange begin select raise(abort, 'stopped by the test'); end",
    );
    const saving = store.saveExchange(QUESTION, '10.0', { answerTs: '10.9', version: '10.5' }, LATER, NOW);
    await expect(saving).rejects.toMatchObject({ code: 'ERR_STORE_PANNE' });
    expect(await store.readFil(THREAD)).toStrictEqual(FIL);
    expect(await store.readExchange(QUESTION)).toStrictEqual({ answerTs: '10.2', version: '' });
  });

  it('mixes no transactions begun at once', async () => {
    const store = await openTemporary();
    const turns = Array.from({ length: 30 }, (_, turn) => turn);
    await Promise.all(
      turns.map((turn) => {
        const key = { ...QUESTION, questionTs: `10.${turn}` };
        const fil: Fil = { faits: { population: turn }, concepts: [] };
        return store.saveExchange(key, `${turn}.0`, { answerTs: `${turn}.2`, version: '' }, fil, NOW);
      }),
    );
    const kept = await Promise.all(turns.map((turn) => store.readFil({ ...THREAD, threadTs: `${turn}.0` })));
    expect(kept.map((fil) => fil?.faits.population)).toEqual(turns);
  });
});

describe('a memory of another version', () => {
  it('is dropped, without an error', async () => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    await store.saveExchange(QUESTION, '10.0', { answerTs: '10.2', version: '', filAvant: FIL }, FIL, NOW);
    const beside = openBeside(folder);
    beside.exec(`update fil set memory = '{"faits":{"habitants":3},"concepts":[]}'`);
    beside.exec(`update exchange set memory_before = 'not JSON'`);
    expect(await store.readFil(THREAD)).toBeUndefined();
    expect(await store.readExchange(QUESTION)).toStrictEqual({ answerTs: '10.2', version: '' });
  });
});
