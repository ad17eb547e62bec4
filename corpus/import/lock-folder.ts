import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a folder for one writer (I/O edge). The lock is the system's, through SQLite: it falls with the process that
 * holds it, whatever ends it.
 * @returns what gives the folder back; undefined when somebody else has it
 */
export function lockFolder(folder: string): (() => void) | undefined {
  const database = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined;
    throw error;
  }
  return () => database.close();
}

/** File that carries the lock; it holds nothing. */
export const LOCK_FILE = 'verrou.sqlite';

/** What SQLite answers when another connection holds the lock. */
const BUSY = 5;
