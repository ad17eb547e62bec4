import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** How long an event is remembered: Slack sends one again for an hour at most, and a day covers an outage. */
export const EVENT_KEEP_MS = 24 * 60 * 60 * 1000;

/**
 * Claims the names of one event in a single statement, which is its own transaction.
 * A name too old is taken over; a name still fresh is left as it is and does not come back, which tells the event is known.
 */
export async function claimNames(
  db: Kysely<Tables>,
  team: string,
  names: readonly string[],
  now: number,
): Promise<boolean> {
  if (names.length === 0) return true;
  // Once each, as a statement may not touch a row twice; in one order, so that two claims never wait for each other.
  const distinct = [...new Set(names)].sort();
  const claimed = await db
    .insertInto('event')
    .values(distinct.map((name) => ({ team, name, seen_at: now })))
    .onConflict((conflict) =>
      conflict
        .columns(['team', 'name'])
        .doUpdateSet((row) => ({ seen_at: row.ref('excluded.seen_at') }))
        .where('event.seen_at', '<=', now - EVENT_KEEP_MS),
    )
    .returning('name')
    .execute();
  return claimed.length === distinct.length;
}
