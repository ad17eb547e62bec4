import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStore } from './create-store.ts';
import { createNodeSqliteDatabase } from './node-sqlite-database.ts';
import { openStore } from './open-sqlite-store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { createAnswer, createEstimation, createProfil, createReceipt, NOW } from './testing/call-store.ts';
import { createFolder, openTemporary, toFile } from './testing/open-temporary.ts';
import { toStoreError } from './to-store-error.ts';

const LONG = 'x'.repeat(200_000);
const WORK = { id: 'w', kind: 'message', payload: JSON.stringify({ text: LONG }), user: 'U1' };

/** What is written in more than one statement, with what must not be left of it when it fails. */
const WRITES: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  receiveWork: (store) => store.receiveWork('T1', ['Ev1'], WORK, NOW),
  saveProfil: (store) => store.saveProfil('T1', createProfil({ contactCpam: LONG }), NOW),
  saveAnswer: (store) => store.saveAnswer('T1', createAnswer({ receipt: createReceipt(LONG) })),
  saveEstimation: (store) => store.saveEstimation('T1', createEstimation({ profilId: undefined, input: LONG })),
};

describe.each(Object.entries(WRITES))('%s', (_name, write) => {
  it('on a full disk is told, leaves nothing half written, and works when there is room', async () => {
    const { store, database } = await openRaw();
    database.exec('pragma max_page_count = 1'); // SQLite takes the present size for the least
    await expect(write(store)).rejects.toMatchObject({ code: 'ERR_STORE_PLEIN' });
    await expectNothing(store);
    database.exec('pragma max_page_count = 100000');
    await write(store);
    await expect(expectNothing(store)).rejects.toThrow();
  });

  it('is told when another process holds the file, leaves nothing half written, and works afterwards', async () => {
    const folder = createFolder();
    const store = await openStore(folder, { busyMs: 20 });
    onTestFinished(() => store.close());
    const release = await holdLock(toFile(folder));
    await expect(write(store)).rejects.toMatchObject({ code: 'ERR_STORE_OCCUPE' });
    await expectNothing(store);
    await release();
    await write(store);
    await expect(expectNothing(store)).rejects.toThrow();
  });
});

it('reads while another process writes', async () => {
  const folder = createFolder();
  const store = await openTemporary(folder);
  await store.saveProfil('T1', createProfil(), NOW);
  const release = await holdLock(toFile(folder));
  expect(await store.listProfils('T1')).toHaveLength(1);
  await release();
});

it('waits for a lock that is short', async () => {
  const folder = createFolder();
  const store = await openTemporary(folder);
  const release = await holdLock(toFile(folder), 100);
  expect(await store.receiveWork('T1', ['Ev1'], WORK, NOW)).toBe(true);
  await release();
});

it('says that the file is damaged when pages are spoilt while it is open', async () => {
  const folder = createFolder();
  const before = await openStore(folder);
  for (let index = 0; index < 200; index += 1) await before.saveAnswer('T1', createAnswer({ id: `reponse ${index}` }));
  await before.close();
  const store = await openTemporary(folder);
  spoil(toFile(folder));
  for (const call of [
    () => store.readAnswer('T1', 'reponse 100'),
    () => store.saveAnswer('T1', createAnswer({ id: 'reponse 100' })),
    () => store.purge(NOW + 1e12),
    () => store.forgetPerson('T1', 'U1'),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'ERR_STORE_ABIME', message: expect.stringContaining(folder) });
  }
});

/** None of the writes has left anything, not even the name of its event or a line of the journal. */
async function expectNothing(store: Store): Promise<void> {
  expect(await store.takeUpWorks('T1')).toEqual([]);
  expect(await store.listProfils('T1')).toEqual([]);
  expect(await store.listTraces('T1', 'profil', 1)).toEqual([]);
  expect(await store.readAnswer('T1', 'reponse')).toBeUndefined();
  expect(await store.listEstimations('T1')).toEqual([]);
}

async function openRaw(): Promise<{ readonly store: Store; readonly database: DatabaseSync }> {
  const folder = createFolder();
  await (await openStore(folder)).close();
  const database = new DatabaseSync(toFile(folder));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: createNodeSqliteDatabase(database) }) });
  const store = createStore(db, { toError: (error) => toStoreError(error, toFile(folder)) });
  onTestFinished(() => store.close());
  return { store, database };
}

/**
 * Another process takes the lock of writers.
 * @param ms it gives the lock back after that time; when it is asked to without it
 */
async function holdLock(file: string, ms?: number): Promise<() => Promise<void>> {
  const program = `
    import { DatabaseSync } from 'node:sqlite';
    const database = new DatabaseSync(process.argv[1]);
    database.exec('begin immediate');
    console.log('held');
    const release = () => { database.close(); process.exit(); };
    process.on('SIGTERM', release);
    setTimeout(release, ${ms ?? 30_000});
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  return async function release() {
    child.kill('SIGTERM');
    await ended;
  };
}

/** Writes nonsense over every page but the first ones, which opening has read. */
function spoil(file: string): void {
  const handle = openSync(file, 'r+');
  const start = 24 * 4096;
  writeSync(handle, Buffer.alloc(statSync(file).size - start, 0xa5), 0, undefined, start);
  closeSync(handle);
}
