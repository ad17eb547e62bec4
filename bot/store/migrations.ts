import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { BotError } from '#corpus/law/bot-error.ts';
import { createDigestsLayer } from './create-digests-layer.ts';
import { createSecondLayer } from './create-second-layer.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables to the shape that this version knows.
 * @throws {BotError} ERR_STORE_VERSION when a newer version has written them; nothing is changed then
 */
export async function migrateToLatest(db: Kysely<Tables>, file: string): Promise<void> {
  const unknown = await findUnknownMigration(db);
  if (unknown !== undefined) {
    throw new BotError(
      'ERR_STORE_VERSION',
      `${file} : écrit par une version plus récente du bot (étape « ${unknown} » inconnue de celle-ci)`,
      'Reprenez la version récente, ou restaurez une sauvegarde de cette version avec « cpts restaurer ».',
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Every change of shape, in order of name; forward only, and never edited once released. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-conversations': { up: createConversations },
  '0002-tokens': { up: createTokens },
  '0003-second-layer': { up: createSecondLayer },
  '0004-digests': { up: createDigestsLayer },
};

/** First migration of the database that this version does not have. */
async function findUnknownMigration(db: Kysely<Tables>): Promise<string | undefined> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return undefined;
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.find((row) => !Object.hasOwn(MIGRATIONS, row.name))?.name;
}

/** `bigint` for times: PostgreSQL's `integer` is too short for milliseconds. */
async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_key', ['team', 'name'])
    .execute();
  await db.schema
    .createTable('fil')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('fil_key', ['team', 'channel', 'thread_ts'])
    .execute();
  await createExchange(db);
  await db.schema.createIndex('event_age').on('event').column('seen_at').execute();
  await db.schema.createIndex('fil_age').on('fil').column('saved_at').execute();
  await db.schema.createIndex('exchange_age').on('exchange').column('saved_at').execute();
  await db.schema.createIndex('exchange_fil').on('exchange').columns(['team', 'channel', 'thread_ts']).execute();
}

/** An exchange goes with its thread. */
async function createExchange(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('exchange')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('question_ts', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text', (column) => column.notNull())
    .addColumn('answer_ts', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('memory_before', 'text')
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('exchange_key', ['team', 'channel', 'question_ts'])
    .addForeignKeyConstraint(
      'exchange_thread',
      ['team', 'channel', 'thread_ts'],
      'fil',
      ['team', 'channel', 'thread_ts'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
}

/** The day is text, « 2026-11-22 », which sorts as days do. */
async function createTokens(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tokens')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('used', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tokens_key', ['team', 'day'])
    .execute();
}
