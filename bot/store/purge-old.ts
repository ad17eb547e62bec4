import type { Kysely, Transaction } from 'kysely';
import { findDay } from '../find-today.ts';
import { EVENT_KEEP_MS } from './claim-names.ts';
import type { Purged } from './store.ts';
import type { Tables } from './tables.ts';

/** How long a thread and its exchanges are kept after the last turn: 90 days, a quarter of a contract year. */
export const KEEP_MS = 90 * EVENT_KEEP_MS;

/** How long an answer is kept when no setting says otherwise, in days. */
export const ANSWERS_DAYS = 90;

/**
 * Forgets what has reached its age, in one transaction.
 * @param answersDays age at which answers go, with what was thought of them
 */
export function purgeOld(db: Kysely<Tables>, now: number, answersDays: number): Promise<Purged> {
  return db.transaction().execute(async (transaction) => {
    const events = await transaction
      .deleteFrom('event')
      .where('seen_at', '<=', now - EVENT_KEEP_MS)
      .executeTakeFirst();
    // Before the threads, whose going would take their exchanges along uncounted.
    const exchanges = await transaction
      .deleteFrom('exchange')
      .where('saved_at', '<=', now - KEEP_MS)
      .executeTakeFirst();
    const threads = await transaction
      .deleteFrom('fil')
      .where('saved_at', '<=', now - KEEP_MS)
      .executeTakeFirst();
    const tokens = await transaction
      .deleteFrom('tokens')
      .where('day', '<=', findDay(now - KEEP_MS))
      .executeTakeFirst();
    // What is older than the names of its event could be heard again: it would then be done twice.
    const works = await transaction
      .deleteFrom('work')
      .where('received_at', '<=', now - EVENT_KEEP_MS)
      .executeTakeFirst();
    const answers = await transaction
      .deleteFrom('answer')
      .where('saved_at', '<=', now - answersDays * EVENT_KEEP_MS)
      .executeTakeFirst();
    await forgetDigests(transaction, now);
    return {
      events: Number(events.numDeletedRows),
      threads: Number(threads.numDeletedRows),
      exchanges: Number(exchanges.numDeletedRows),
      tokens: Number(tokens.numDeletedRows),
      works: Number(works.numDeletedRows),
      answers: Number(answers.numDeletedRows),
    };
  });
}

/** What was sent long ago; what was known of the law, when no next digest starts from it any more. */
async function forgetDigests(db: Transaction<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('envoi')
    .where('changed_at', '<=', now - KEEP_MS)
    .execute();
  await db
    .deleteFrom('connu')
    .where('saved_at', '<=', now - EVENT_KEEP_MS)
    .where('nom', 'not in', (row) =>
      row.selectFrom('abonnement').select((one) => one.fn.coalesce('dernier_connu', one.val('')).as('nom')),
    )
    .execute();
}
