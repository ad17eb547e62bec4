import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** A send that was noted before it was made, and whose outcome was not. */
export type Unsure = { readonly id: string; readonly messageId: string };

const Row = z.object({ id: z.string(), sending: z.string() });
const Sending = z.object({ messageId: z.string(), ts: z.string().optional() });

/** What a dead process was about to send, or had sent without writing it down: read from the file that it left. */
export function listUnsure(dataDir: string): readonly Unsure[] {
  const database = new DatabaseSync(join(dataDir, 'cpts-bot.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare('select id, sending from work where sending is not null').all();
    return rows.flatMap((row) => {
      const { id, sending } = Row.parse(row);
      const { messageId, ts } = Sending.parse(JSON.parse(sending));
      return ts === undefined ? [{ id, messageId }] : [];
    });
  } finally {
    database.close();
  }
}
