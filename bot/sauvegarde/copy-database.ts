import { DatabaseSync } from 'node:sqlite';
import { BUSY_MS } from '../store/open-sqlite-store.ts';
import { toStoreError } from '../store/to-store-error.ts';
import { syncFile } from './copy-file.ts';

/**
 * Copies a database that others may be writing, as it stands at one moment (I/O edge).
 * The copy is a single file, checked.
 * @returns its migrations
 * @throws {BotError} ERR_STORE_ABIME, ERR_STORE_OCCUPE; what the folder of the copy refuses is thrown as it is
 */
export async function copyDatabase(file: string, target: string): Promise<readonly string[]> {
  try {
    const source = new DatabaseSync(file, { timeout: BUSY_MS });
    try {
      // One moment of the file, while others write, and without the remains of what was deleted.
      source.prepare('vacuum into ?').run(target);
    } finally {
      source.close();
    }
    const migrations = checkDatabase(target);
    await syncFile(target);
    return migrations;
  } catch (error) {
    const told = toStoreError(error, file);
    // Only these are faults of the database itself; the others are those of the folder of the copy.
    throw ['ERR_STORE_ABIME', 'ERR_STORE_OCCUPE'].includes(told.code) ? told : error;
  }
}

/**
 * Checks a database that nobody uses, and makes a single file of it.
 * @returns its migrations
 * @throws an error of SQLite's
 */
export function checkDatabase(file: string): readonly string[] {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma journal_mode = delete');
    const faults = database.prepare('pragma integrity_check(1)').all();
    const strays = database.prepare('pragma foreign_key_check').all();
    if (faults[0]?.integrity_check !== 'ok' || strays.length > 0) {
      const found = JSON.stringify(strays[0] ?? faults[0]);
      throw Object.assign(new Error(`integrity check: ${found}`), { errcode: CORRUPT });
    }
    // A bot that was stopped while it made the file leaves it empty.
    const made = database.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
    const rows = made ? database.prepare('select name from kysely_migration order by name').all() : [];
    return rows.map(({ name }) => String(name));
  } finally {
    database.close();
  }
}

/** Whether another program has a database open; one that cannot be read at all is not in use. */
export function isInUse(file: string): boolean {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    // Leaving the write-ahead log takes the file for oneself: it is refused as long as somebody else has it open.
    database.exec('pragma journal_mode = delete');
    return false;
  } catch (error) {
    return toStoreError(error, file).code === 'ERR_STORE_OCCUPE';
  } finally {
    database?.close();
  }
}

/** What SQLite answers for a damaged file. */
const CORRUPT = 11;
