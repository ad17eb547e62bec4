import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Fil } from '../answer/question.ts';
import { createStore } from './create-store.ts';
import { createNodeSqliteDatabase } from './node-sqlite-database.ts';
import { openStore } from './open-sqlite-store.ts';
import type { Tables } from './tables.ts';
import { createFolder, openBeside, openTemporary, toFile } from './testing/open-temporary.ts';
import { toStoreError } from './to-store-error.ts';

const NOW = Date.UTC(2026, 10, 2);
const KEY = { team: 'T1', channel: 'C1', questionTs: '1.1' };
const FIL: Fil = { faits: {}, concepts: ['taille'] };

describe('openStore', () => {
  it('creates the folder, and a database with a write-ahead log', async () => {
    const folder = join(createFolder(), 'deep', 'data');
    await openTemporary(folder);
    expect(openBeside(folder).prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(existsSync(`${toFile(folder)}-wal`)).toBe(true);
  });

  it('opens a database that is already up to date, and one that is open elsewhere', async () => {
    const folder = createFolder();
    const first = await openTemporary(folder);
    const second = await openTemporary(folder);
    expect(await first.claimEvent('T1', ['Ev1'], NOW)).toBe(true);
    expect(await second.claimEvent('T1', ['Ev1'], NOW)).toBe(false);
  });

  it('takes an empty file for a new database', async () => {
    const folder = createFolder();
    writeFileSync(toFile(folder), '');
    const store = await openTemporary(folder);
    expect(await store.claimEvent('T1', ['Ev1'], NOW)).toBe(true);
  });

  it('says when the folder cannot be created', async () => {
    const file = join(createFolder(), 'data');
    writeFileSync(file, 'a file where the folder should be');
    await expectFault(openStore(file), 'ERR_STORE_DOSSIER', 'data/cpts-bot.sqlite');
    await expectFault(openStore(join(file, 'under')), 'ERR_STORE_DOSSIER', 'data/under/cpts-bot.sqlite');
  });

  it('says when a folder stands where the file should be', async () => {
    const folder = createFolder();
    mkdirSync(toFile(folder));
    await expectFault(openStore(folder), 'ERR_STORE_DOSSIER', 'cpts-bot.sqlite');
  });

  it('says when the file is not a database, and leaves it as it is', async () => {
    const folder = createFolder();
    const text = 'not a database\n'.repeat(1000);
    writeFileSync(toFile(folder), text);
    const error = await expectFault(openStore(folder), 'ERR_STORE_ABIME', 'cpts-bot.sqlite');
    expect(error.remedy).toContain('déplacez-le');
    expect(readFileSync(toFile(folder), 'utf8')).toBe(text);
  });

  it('says when the file has lost its end', async () => {
    const folder = createFolder();
    const store = await openStore(folder);
    await store.saveExchange(KEY, '1.0', { answerTs: '1.2', version: '' }, FIL, NOW);
    await store.close();
    truncateSync(toFile(folder), 8192);
    await expectFault(openStore(folder), 'ERR_STORE_ABIME', 'cpts-bot.sqlite');
  });

  it('says when a newer version has written the file, and changes nothing', async () => {
    const folder = createFolder();
    await (await openStore(folder)).close();
    const beside = openBeside(folder);
    beside.exec("insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00.000Z')");
    const error = await expectFault(openStore(folder), 'ERR_STORE_VERSION', '« 9999-later »');
    expect(error.remedy).toContain('version récente');
    expect(beside.prepare('select name from kysely_migration').all()).toHaveLength(5);
  });

  it.each(['exclusive', 'immediate'])('says when another program holds the file (%s)', async (lock) => {
    const folder = createFolder();
    await (await openStore(folder)).close();
    const beside = openBeside(folder);
    beside.exec(`begin ${lock}`);
    await expectFault(openStore(folder, { busyMs: 20 }), 'ERR_STORE_OCCUPE', 'cpts-bot.sqlite');
    beside.exec('rollback');
    expect(await (await openTemporary(folder)).claimEvent('T1', ['Ev1'], NOW)).toBe(true);
  });

  it('says when another program holds a file that is not yet a store', async () => {
    const folder = createFolder();
    openBeside(folder).exec('begin exclusive');
    await expectFault(openStore(folder, { busyMs: 20 }), 'ERR_STORE_OCCUPE', 'cpts-bot.sqlite');
  });
});

describe('an open store', () => {
  it('says when the disk is full, keeps what it had, and goes on when there is room', async () => {
    const folder = createFolder();
    await (await openStore(folder)).close();
    const database = new DatabaseSync(toFile(folder));
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: createNodeSqliteDatabase(database) }) });
    const store = createStore(db, { toError: (error) => toStoreError(error, toFile(folder)) });
    onTestFinished(() => store.close());
    await store.saveExchange(KEY, '1.0', { answerTs: '1.2', version: '' }, FIL, NOW);
    database.exec('pragma max_page_count = 1'); // SQLite takes the present size for the least
    const long: Fil = { faits: {}, concepts: ['x'.repeat(100_000)] };
    const saving = store.saveExchange(KEY, '1.0', { answerTs: '1.9', version: '' }, long, NOW);
    await expectFault(saving, 'ERR_STORE_PLEIN', 'cpts-bot.sqlite');
    expect(await store.readFil({ team: 'T1', channel: 'C1', threadTs: '1.0' })).toEqual(FIL);
    database.exec('pragma max_page_count = 100000');
    await store.saveExchange(KEY, '1.0', { answerTs: '1.9', version: '' }, long, NOW);
    expect((await store.readExchange(KEY))?.answerTs).toBe('1.9');
  });

  it('closes after what is under way, once, and then refuses', async () => {
    const folder = createFolder();
    const store = await openStore(folder);
    const saving = store.saveExchange(KEY, '1.0', { answerTs: '1.2', version: '' }, FIL, NOW);
    const claiming = store.claimEvent('T1', ['Ev1'], NOW);
    await Promise.all([store.close(), store.close()]);
    await saving;
    expect(await claiming).toBe(true);
    await store.close();
    await expectFault(store.claimEvent('T1', ['Ev2'], NOW), 'ERR_STORE_FERME', 'fermée');
    expect(existsSync(`${toFile(folder)}-wal`)).toBe(false);
    expect((await (await openTemporary(folder)).readExchange(KEY))?.answerTs).toBe('1.2');
  });
});

/** The work fails with a fault told to people: its code, what it names, what to do. */
async function expectFault(work: Promise<unknown>, code: string, named: string): Promise<BotError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BotError)) throw new Error(`expected ${code}, got ${error}`);
  expect(error.code).toBe(code);
  expect(error.message).toContain(named);
  expect(error.remedy).not.toBe('');
  return error;
}
