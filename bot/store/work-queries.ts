import type { Kysely, Selectable } from 'kysely';
import { claimNames } from './claim-names.ts';
import type { Sending, Work, Works } from './ports/works.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';

/** Works in hand. */
export function createWorks(db: Kysely<Tables>, run: RunQuery): Works {
  return {
    receiveWork: (team, names, work, now) => run(() => receiveWork(db, { team, names, work, now })),
    noteSending: (team, id, sending) => run(() => noteSending(db, team, id, sending)),
    finishWork: (team, id) => run(() => finishWork(db, team, id)),
    takeUpWorks: (team) => run(() => takeUpWorks(db, team)),
  };
}

type Received = {
  readonly team: string;
  readonly names: readonly string[];
  readonly work: Pick<Work, 'id' | 'kind' | 'payload' | 'user'>;
  readonly now: number;
};

/** In one transaction: an event that is claimed and not kept would be lost with the process. */
async function receiveWork(db: Kysely<Tables>, { team, names, work, now }: Received): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    if (!(await claimNames(transaction, team, names, now))) return false;
    const { id, kind, payload, user } = work;
    const kept = await transaction
      .insertInto('work')
      .values({ team, id, kind, payload, user_id: user, received_at: now, tries: 0 })
      .onConflict((conflict) => conflict.columns(['team', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return kept !== undefined;
  });
}

async function noteSending(db: Kysely<Tables>, team: string, id: string, sending: Sending): Promise<void> {
  await db
    .updateTable('work')
    .set({
      sending_channel: sending.channel,
      sending_message: sending.messageId,
      sending_ts: sending.ts ?? null,
    })
    .where('team', '=', team)
    .where('id', '=', id)
    .execute();
}

async function finishWork(db: Kysely<Tables>, team: string, id: string): Promise<void> {
  await db.deleteFrom('work').where('team', '=', team).where('id', '=', id).execute();
}

/** Counts the try and reads the works in a single statement, which is its own transaction. */
async function takeUpWorks(db: Kysely<Tables>, team: string): Promise<readonly Work[]> {
  const rows = await db
    .updateTable('work')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('team', '=', team)
    .returningAll()
    .execute();
  // What a statement gives back of its changes has no order.
  return rows.map(toWork).sort((one, other) => one.receivedAt - other.receivedAt || (one.id < other.id ? -1 : 1));
}

function toWork(row: Selectable<Tables['work']>): Work {
  const { id, kind, payload, sending_channel: channel, sending_message: messageId, sending_ts: ts } = row;
  const sending = channel !== null && messageId !== null && { channel, messageId, ...(ts !== null && { ts }) };
  return {
    id,
    kind,
    payload,
    user: row.user_id,
    receivedAt: Number(row.received_at),
    tries: row.tries,
    ...(sending && { sending }),
  };
}
