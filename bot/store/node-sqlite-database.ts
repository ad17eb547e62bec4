import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements kept ready; the store has some sixty, one more for each number of names that is claimed at once. */
const STATEMENTS_KEPT = 128;

/** Lends Node's own SQLite to kysely, which expects the shape of better-sqlite3, and keeps prepared statements. */
export function createNodeSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const statement = kept.get(sql) ?? prepareStatement(database, sql);
      // Set again so that the first key of the map is always the one unused for longest.
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close() {
      kept.clear();
      database.close();
    },
  };
}

/**
 * Two orders of kysely are mended.
 * `begin` takes the write lock at once: a transaction that read first could otherwise not wait for its turn to write.
 * `rollback` is left out when SQLite has already done it (a full disk, say): its failure would hide the cause.
 */
function prepareStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
  if (sql !== 'rollback') return toSqliteStatement(statement);
  return {
    ...toSqliteStatement(statement),
    run: () => (database.isTransaction ? statement.run() : { changes: 0, lastInsertRowid: 0 }),
  };
}

function toSqliteStatement(statement: StatementSync): SqliteStatement {
  return {
    // A statement that has columns gives rows: `select`, and `insert … returning`.
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInputValue)),
    run: (parameters) => statement.run(...parameters.map(toInputValue)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInputValue)),
  };
}

/** Values that SQLite knows; anything else is a defect of the caller. */
function toInputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot hold a value of type ${typeof value}`);
}
