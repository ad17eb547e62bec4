import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Makes what was deleted unreadable in the file of SQLite: the file is written anew, then its log is emptied.
 * Both wait for the other programs that hold the file, as any write does.
 * @throws an error of SQLite's when they hold it for too long
 */
export async function eraseDeleted(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`vacuum`.execute(connection);
    const { rows } = await sql<{ readonly busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
    if (rows[0]?.busy !== 0) throw Object.assign(new Error('wal_checkpoint is busy'), { errcode: BUSY });
  });
}

/** What SQLite answers when another connection holds the file. */
const BUSY = 5;
