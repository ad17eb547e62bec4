import {
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { createStore } from './create-store.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';
import { toStoreError } from './to-store-error.ts';

const POSTGRES: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

const SQLITE: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
};

it('says to PostgreSQL nothing that only SQLite understands', async () => {
  for (const sql of await listQueries(POSTGRES)) {
    expect(sql).not.toMatch(
      /\?|`|pragma|sqlite|rowid|autoincrement|insert or|replace into|strftime|json_|ifnull|glob/i,
    );
  }
});

it('says the same to both, but for the marks of parameters', async () => {
  const postgres = await listQueries(POSTGRES);
  const sqlite = await listQueries(SQLITE);
  expect(postgres.map((sql) => sql.replaceAll(/\$\d+/g, '?'))).toEqual(sqlite);
  expect(postgres.filter((sql) => sql.startsWith('create'))).toHaveLength(8);
  expect(postgres.filter((sql) => !sql.startsWith('create'))).toHaveLength(11);
});

it('claims in one statement', async () => {
  expect(await listQueries(POSTGRES)).toContain(
    'insert into "event" ("team", "name", "seen_at") values ($1, $2, $3), ($4, $5, $6) ' +
      'on conflict ("team", "name") do update set "seen_at" = "excluded"."seen_at" where "event"."seen_at" <= $7 ' +
      'returning "name"',
  );
});

const DAY = '2026-11-22' as CalendarDate;

/** Every query of the migrations and of the store, as a dialect compiles it; no database answers. */
async function listQueries(dialect: Dialect): Promise<readonly string[]> {
  const queries: string[] = [];
  const db = new Kysely<Tables>({ dialect, log: ({ query }) => void queries.push(query.sql) });
  for (const { up } of Object.values(MIGRATIONS)) await up(db);
  const store = createStore(db, (error) => toStoreError(error, 'test'));
  const fil = { faits: {}, concepts: [] };
  await store.claimEvent('T1', ['Ev1', 'env1'], 0);
  await store.readFil({ team: 'T1', channel: 'C1', threadTs: '1.0' });
  const key = { team: 'T1', channel: 'C1', questionTs: '1.1' };
  await store.readExchange(key);
  await store.saveExchange(key, '1.0', { answerTs: '1.2', version: '', filAvant: fil }, fil, 0);
  // No database answers: there is no count to give back.
  await expect(store.addTokens('T1', DAY, 1)).rejects.toThrow();
  await store.readTokens('T1', DAY);
  await store.purge(0);
  return queries;
}
