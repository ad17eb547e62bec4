import { DatabaseSync } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { createNodeSqliteDatabase } from './node-sqlite-database.ts';
import { createFolder, openBeside, toFile } from './testing/open-temporary.ts';

it('prepares a text once, and forgets the text unused for longest', () => {
  const database = openMemory();
  const [first, second] = [database.prepare('select 0'), database.prepare('select 1')];
  expect(database.prepare('select 0')).toBe(first);
  for (let index = 2; index <= 128; index += 1) database.prepare(`select ${index}`);
  expect(database.prepare('select 0')).toBe(first);
  expect(database.prepare('select 1')).not.toBe(second);
});

it('knows which statements give rows', () => {
  const database = openMemory();
  database.prepare('create table t (a)').run([]);
  expect(database.prepare('select a from t').reader).toBe(true);
  expect(database.prepare('insert into t values (?) returning a').reader).toBe(true);
  expect(database.prepare('insert into t values (?)').reader).toBe(false);
});

it('passes every value that SQLite knows, and no other', () => {
  const database = openMemory();
  const values = [null, 'é', 1.5, 2 ** 40, 7n, new Uint8Array([1, 2])];
  const [row] = database.prepare('select ? as a, ? as b, ? as c, ? as d, ? as e, ? as f').all(values);
  expect(row).toEqual({ a: null, b: 'é', c: 1.5, d: 2 ** 40, e: 7, f: new Uint8Array([1, 2]) });
  expect([...database.prepare('select ? as a').iterate(['x'])]).toEqual([{ a: 'x' }]);
  expect(() => database.prepare('select ? as a').all([true])).toThrow('boolean');
});

it('takes the write lock at the beginning, and undoes only what is begun', () => {
  const folder = createFolder();
  const raw = new DatabaseSync(toFile(folder));
  const database = createNodeSqliteDatabase(raw);
  onTestFinished(() => database.close());
  const beside = openBeside(folder);
  expect(database.prepare('rollback').run([]).changes).toBe(0);
  database.prepare('begin').run([]);
  expect(() => beside.exec('begin immediate')).toThrow('locked');
  database.prepare('rollback').run([]);
  expect(raw.isTransaction).toBe(false);
  beside.exec('begin immediate');
});

function openMemory(): SqliteDatabase {
  const database = createNodeSqliteDatabase(new DatabaseSync(':memory:'));
  onTestFinished(() => database.close());
  return database;
}
