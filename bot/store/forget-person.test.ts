import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from './open-sqlite-store.ts';
import type { Store } from './store.ts';
import { createAnswer, createEstimation, createProfil, createReceipt, FIL, NOW } from './testing/call-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

/** Words that one person writes everywhere she can. */
const WORDS = 'marguerite-oubliable';
const HER = 'UOUBLIEE';

describe('forgetPerson', () => {
  it('leaves none of her words nor her name in any file of the store, which stays open', async () => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    const other = await openTemporary(folder);
    for (let turn = 0; turn < 60; turn += 1) {
      await speak(store, turn, { user: HER, words: `${WORDS} ${'mot '.repeat(turn * 9)}` });
      await speak(store, turn, { user: 'UAUTRE', words: 'conservez-moi' });
    }
    // What was done, and what was replaced, has left its words behind too.
    await store.finishWork('T1', toId(HER, 3));
    await other.listTraces('T1', 'profil', 3);
    expect(isAnywhere(folder, WORDS)).toBe(true);
    expect(isAnywhere(folder, HER)).toBe(true);

    expect(await store.forgetPerson('T1', HER)).toBeGreaterThan(60 * 5);

    expect(isAnywhere(folder, WORDS)).toBe(false);
    expect(isAnywhere(folder, HER)).toBe(false);
    expect(isAnywhere(folder, 'conservez-moi')).toBe(true);
    expect(await other.readAnswer('T1', toId('UAUTRE', 3))).toBeDefined();
    expect(await other.takeUpWorks('T1')).toHaveLength(60);
    expect(await store.forgetPerson('T1', HER)).toBe(0);
  });

  it('tells how many things were forgotten, and forgets nothing of others nor of another workspace', async () => {
    const store = await openTemporary();
    for (const team of ['T1', 'T2']) {
      await speak(store, 1, { user: HER, words: WORDS, team });
      await speak(store, 1, { user: 'UAUTRE', words: 'conservez-moi', team });
    }
    // Work, verdict, answer, thread, two estimates, profile and its line in the journal.
    expect(await store.forgetPerson('T1', HER)).toBe(8);
    expect(await store.readAnswer('T2', toId(HER, 1))).toBeDefined();
    expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: toId('UAUTRE', 1) })).toBeDefined();
    expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: toId(HER, 1) })).toBeUndefined();
  });

  it('keeps what is the community’s without her name', async () => {
    const store = await openTemporary();
    const hers = createProfil({ savedBy: HER, editeurs: [HER] });
    await store.saveProfil('T1', hers, NOW);
    await store.saveProfil('T1', createProfil({ id: 'deux', editeurs: ['UAUTRE', HER], savedBy: 'UAUTRE' }), NOW);
    await store.saveEstimation('T1', createEstimation({ nom: WORDS, savedBy: HER }));
    await store.saveEstimation('T1', createEstimation({ id: 'seule', nom: WORDS, savedBy: HER, profilId: undefined }));
    await store.forgetPerson('T1', HER);
    expect(await store.readProfil('T1', 'profil')).toEqual({ ...hers, savedBy: '', editeurs: 'tous' });
    expect(await store.readProfil('T1', 'deux')).toMatchObject({ savedBy: 'UAUTRE', editeurs: ['UAUTRE'] });
    const named = { nom: 'CPTS du Test', savedBy: '' };
    expect(await store.listEstimations('T1')).toEqual([expect.objectContaining(named)]);
    const [trace] = await store.listTraces('T1', 'profil', 1);
    expect(trace).toMatchObject({ by: '', action: 'profil-cree' });
    expect(JSON.parse(trace?.detail ?? '')).toMatchObject({
      editeurs: { apres: [''] },
      nom: { apres: 'CPTS du Test' },
    });
  });

  it('says when somebody reads the file all along, and wipes it the next time', async () => {
    const folder = createFolder();
    const store = await openStore(folder, { busyMs: 20 });
    onTestFinished(() => store.close());
    await speak(store, 1, { user: HER, words: WORDS });
    const reader = openBeside(folder);
    reader.exec('begin; select count(*) from answer');
    await expect(store.forgetPerson('T1', HER)).rejects.toMatchObject({ code: 'ERR_STORE_OCCUPE' });
    reader.exec('rollback');
    expect(await store.forgetPerson('T1', HER)).toBe(0);
    expect(isAnywhere(folder, WORDS)).toBe(false);
  });

  it('forgets a thread in which she spoke long ago', async () => {
    const folder = createFolder();
    const store = await openTemporary(folder);
    await speak(store, 1, { user: HER, words: WORDS });
    openBeside(folder).exec('delete from exchange');
    await store.forgetPerson('T1', HER);
    expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: toId(HER, 1) })).toBeUndefined();
  });
});

type Said = { readonly user: string; readonly words: string; readonly team?: string };

/** A person asks, is answered, says what she thinks of it, and saves what she found; no identifier holds her name. */
async function speak(store: Store, turn: number, { user, words, team = 'T1' }: Said): Promise<void> {
  const id = toId(user, turn);
  const fil = { ...FIL, concepts: [words] };
  const exchange = { answerTs: '1.2', version: '', filAvant: fil, user };
  const payload = JSON.stringify({ text: words, user });
  await store.receiveWork(team, [id], { id, kind: 'message', payload, user }, NOW);
  await store.saveAnswer(team, createAnswer({ id, user, receipt: createReceipt(words) }));
  await store.saveFeedback(team, { answerId: id, user, verdict: 'utile', comment: words, at: NOW });
  await store.saveExchange({ team, channel: 'C1', questionTs: id }, id, exchange, fil, NOW);
  await store.saveProfil(team, createProfil({ id, savedBy: user, editeurs: [user] }), NOW);
  const estimation = createEstimation({ id, nom: words, savedBy: user, profilId: id });
  await store.saveEstimation(team, estimation);
  await store.saveEstimation(team, { ...estimation, id: `${id} seule`, profilId: undefined });
}

function toId(user: string, turn: number): string {
  return `${user === HER ? 'elle' : 'autre'} ${turn}`;
}

/** Whether a text stands anywhere in the files of a folder. */
function isAnywhere(folder: string, text: string): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
}
