import type { Kysely } from 'kysely';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Tables } from './tables.ts';

/** Adds tokens to the count of a day in a single statement, which is its own transaction, and gives the new count. */
export async function addTokens(db: Kysely<Tables>, team: string, day: CalendarDate, tokens: number): Promise<number> {
  const { used } = await db
    .insertInto('tokens')
    .values({ team, day, used: tokens })
    .onConflict((conflict) =>
      conflict
        .columns(['team', 'day'])
        .doUpdateSet((row) => ({ used: row('tokens.used', '+', row.ref('excluded.used')) })),
    )
    .returning('used')
    .executeTakeFirstOrThrow();
  return Number(used);
}

/** The count of a day. */
export async function readTokens(db: Kysely<Tables>, team: string, day: CalendarDate): Promise<number> {
  const row = await db
    .selectFrom('tokens')
    .select('used')
    .where('team', '=', team)
    .where('day', '=', day)
    .executeTakeFirst();
  return Number(row?.used ?? 0);
}
