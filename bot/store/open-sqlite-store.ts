import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { Kysely, SqliteDialect } from 'kysely';
import { BotError } from '#corpus/law/bot-error.ts';
import { createStore } from './create-store.ts';
import { eraseDeleted } from './erase-deleted.ts';
import { migrateToLatest } from './migrations.ts';
import { createNodeSqliteDatabase } from './node-sqlite-database.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { toStoreError } from './to-store-error.ts';

/** Time given to another process that writes, in milliseconds: nothing else runs meanwhile, and Slack waits 3 s. */
export const BUSY_MS = 2000;

/** Name of the database in a data folder. */
export const STORE_FILE = 'cpts-bot.sqlite';

/** Folder that stands in a data folder while a backup is put in its place. */
export const RESTORING = 'restauration-en-cours';

/** Time between two tries of the switch to the write-ahead log, in milliseconds. */
const RETRY_MS = 10;

/** Settings of a store. */
export type OpenOptions = {
  /** Milliseconds to wait for a lock held by another process. */
  readonly busyMs?: number | undefined;
  /** Days that answers are kept; 0 when they are not. */
  readonly answersDays?: number | undefined;
};

/**
 * Opens `cpts-bot.sqlite` of a data folder, creating both when they are missing (I/O edge).
 * @throws {BotError} ERR_STORE_DOSSIER, ERR_STORE_ABIME, ERR_STORE_OCCUPE, ERR_STORE_PLEIN, ERR_STORE_VERSION, ERR_STORE_PANNE,
 *         ERR_STORE_RESTAURATION
 */
export async function openStore(dataDir: string, options: OpenOptions = {}): Promise<Store> {
  const { busyMs = BUSY_MS, answersDays } = options;
  const file = join(dataDir, STORE_FILE);
  try {
    if (existsSync(join(dataDir, RESTORING))) throw createRestoringError(dataDir);
    const db = await openDatabase(file, busyMs);
    return createStore(db, { toError: (error) => toStoreError(error, file), answersDays, eraseDeleted });
  } catch (error) {
    throw toStoreError(error, file);
  }
}

function createRestoringError(dataDir: string): BotError {
  return new BotError(
    'ERR_STORE_RESTAURATION',
    `${join(dataDir, RESTORING)} : une restauration est en cours, ou a été interrompue`,
    'Attendez sa fin ; si elle a été interrompue, relancez « cpts restaurer » avec --remplacer.',
  );
}

async function openDatabase(file: string, busyMs: number): Promise<Kysely<Tables>> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  try {
    await turnWalOn(database, file, busyMs);
    // A crash of the bot loses nothing, a power cut at most the last turns.
    database.exec('pragma synchronous = normal');
    // What is deleted is written over, and never copied into a file beside.
    database.exec('pragma secure_delete = on; pragma temp_store = memory');
    database.exec(`pragma busy_timeout = ${busyMs}`);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: createNodeSqliteDatabase(database) }) });
    await migrateAlone(database, db, file);
    return db;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Write-ahead log: readers do not wait for the writer. SQLite ignores `busy_timeout` for this switch, so it is tried again here. */
async function turnWalOn(database: DatabaseSync, file: string, busyMs: number): Promise<void> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (toStoreError(error, file).code !== 'ERR_STORE_OCCUPE' || waited >= busyMs) throw error;
    }
    await setTimeout(RETRY_MS);
  }
}

/** One process at a time, all or nothing: for SQLite, kysely's migrator takes neither lock nor transaction. */
async function migrateAlone(database: DatabaseSync, db: Kysely<Tables>, file: string): Promise<void> {
  database.exec('begin immediate');
  await migrateToLatest(db, file);
  database.exec('commit');
}
