import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { claimNames } from './claim-names.ts';
import type { Sending, Work, Works } from './ports/works.ts';
import { readJson } from './read-json.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';

/** Works in hand. */
export function createWorks(db: Kysely<Tables>, run: RunQuery): Works {
  return {
    receiveWork: (team, names, work, now) => run(() => receiveWork(db, { team, names, work, now })),
    noteSending: (team, id, sending) => run(() => noteSending(db, team, id, sending)),
    finishWork: (team, id) => run(() => finishWork(db, team, id)),
    noteTries: (team, id, tries) => run(() => noteTries(db, team, id, tries)),
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
    .set({ sending: JSON.stringify(sending) })
    .where('team', '=', team)
    .where('id', '=', id)
    .execute();
}

async function finishWork(db: Kysely<Tables>, team: string, id: string): Promise<void> {
  await db.deleteFrom('work').where('team', '=', team).where('id', '=', id).execute();
}

async function noteTries(db: Kysely<Tables>, team: string, id: string, tries: number): Promise<void> {
  await db.updateTable('work').set({ tries }).where('team', '=', team).where('id', '=', id).execute();
}

async function takeUpWorks(db: Kysely<Tables>, team: string): Promise<readonly Work[]> {
  const rows = await db
    .selectFrom('work')
    .selectAll()
    .where('team', '=', team)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map(toWork);
}

/** `satisfies` names every field: one added to the type and forgotten here does not compile. */
const StoredSending = z.strictObject({
  channel: z.string(),
  messageId: z.string(),
  ts: z.string().optional(),
  sent: z.array(z.string()).optional(),
} satisfies Record<keyof Sending, z.ZodType>);

/** An intent that this version cannot read is left out: the message that it may have become is known by its identifier. */
function toWork(row: Selectable<Tables['work']>): Work {
  const { id, kind, payload, user_id: user, received_at, tries } = row;
  const sending = row.sending === null ? undefined : StoredSending.safeParse(readJson(row.sending)).data;
  return { id, kind, payload, user, receivedAt: Number(received_at), tries, ...(sending && { sending }) };
}
