import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openStore } from '../open-sqlite-store.ts';
import type { Store } from '../store.ts';

/** A fresh folder, removed when the test ends. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpts-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The file of the store in a data folder. */
export function toFile(folder: string): string {
  return join(folder, 'cpts-bot.sqlite');
}

/** A store on a real file, closed when the test ends. */
export async function openTemporary(folder = createFolder()): Promise<Store> {
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  return store;
}

/** A second connection to the file of a store, to look at it or to disturb it. */
export function openBeside(folder: string): DatabaseSync {
  const database = new DatabaseSync(toFile(folder));
  onTestFinished(() => database.close());
  return database;
}
