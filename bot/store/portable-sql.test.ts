import {
  type DatabaseConnection,
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
import { createStore } from './create-store.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';
import { CALLS, createAbonnement, createEstimation, createProfil, DAY, NOW } from './testing/call-store.ts';
import { toStoreError } from './to-store-error.ts';

/** A row that every function can read. */
const ROW = {
  ...createEstimation(),
  ...{
    rang: 1,
    used: 1,
    profil: JSON.stringify(createProfil().profil),
    editeurs: '["U1"]',
    lieu: 'C1',
    profil_id: 'un',
  },
  ...{ ...createAbonnement(), reglages: JSON.stringify(createAbonnement().reglages), prochain_jour: DAY, jour: DAY },
  ...{ detail: '{"editeurs":"U1"}', done_by: 'U1', saved_by: 'U1' },
};

/** A database that answers every query with the same row, so that each function goes to its end. */
class RowDriver extends DummyDriver {
  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve({
      executeQuery: () => Promise.resolve({ rows: [ROW as never], numAffectedRows: 1n }),
      streamQuery: () => expect.unreachable('no query is streamed'),
    });
  }
}

const POSTGRES: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new RowDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

const SQLITE: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new RowDriver(),
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
  expect(postgres.filter((sql) => sql.startsWith('create'))).toHaveLength(27);
  expect(new Set(postgres.filter((sql) => !sql.startsWith('create'))).size).toBeGreaterThan(40);
});

it('claims in one statement', async () => {
  expect(await listQueries(POSTGRES)).toContain(
    'insert into "event" ("team", "name", "seen_at") values ($1, $2, $3), ($4, $5, $6) ' +
      'on conflict ("team", "name") do update set "seen_at" = "excluded"."seen_at" where "event"."seen_at" <= $7 ' +
      'returning "name"',
  );
});

/** Every query of the migrations and of the store, as a dialect compiles it. */
async function listQueries(dialect: Dialect): Promise<readonly string[]> {
  const queries: string[] = [];
  const db = new Kysely<Tables>({ dialect, log: ({ query }) => void queries.push(query.sql) });
  for (const { up } of Object.values(MIGRATIONS)) await up(db);
  const store = createStore(db, { toError: (error) => toStoreError(error, 'test') });
  for (const call of Object.values(CALLS)) await call(store, 'T1');
  await store.purge(NOW);
  return queries;
}
