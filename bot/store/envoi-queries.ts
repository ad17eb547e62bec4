import type { Kysely, Selectable, Transaction } from 'kysely';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type {
  DernierDigest,
  Digests,
  EnvoiEnMain,
  EnvoiKey,
  EnvoiState,
  EnvoiTrace,
  Lease,
  Plan,
} from './ports/digests.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';

/** What is to be sent: planned once, in the hand of one process at a time. */
export function createEnvois(
  db: Kysely<Tables>,
  run: RunQuery,
): Pick<
  Digests,
  | 'planEnvois'
  | 'claimEnvois'
  | 'renewEnvois'
  | 'noteEnvoi'
  | 'finishEnvoi'
  | 'releaseEnvoi'
  | 'dropEnvoi'
  | 'listEnvois'
> {
  return {
    planEnvois: (team, channel, plan, now) => run(() => planEnvois(db, { team, channel, plan, now })),
    claimEnvois: (team, owner, lease, most) => run(() => claimEnvois(db, { team, owner, lease, most })),
    renewEnvois: (team, owner, { now, ms }) =>
      run(async () => {
        const renewed = db.updateTable('envoi').set({ lease_until: now + ms });
        await renewed.where('team', '=', team).where('owner', '=', owner).where('lease_until', '>', now).execute();
      }),
    noteEnvoi: (team, id, owner, now) => run(() => noteEnvoi(db, { team, id, owner, now })),
    finishEnvoi: (team, id, ts, now, dernier) =>
      run(() => closeEnvoi(db, { team, id, now, dernier }, { state: 'envoye', ts })),
    dropEnvoi: (team, id, raison, now, dernier) =>
      run(() => closeEnvoi(db, { team, id, now, dernier }, { state: 'abandonne', raison })),
    releaseEnvoi: (team, id, owner, from) =>
      run(async () => {
        const released = db.updateTable('envoi').set({ owner: '', lease_until: from });
        await released.where('team', '=', team).where('id', '=', id).where('owner', '=', owner).execute();
      }),
    listEnvois: (team, channel) => run(() => listEnvois(db, team, channel)),
  };
}

type Planning = { readonly team: string; readonly channel: string; readonly plan: Plan; readonly now: number };

/** In one transaction: a day that is counted as planned has all its rows. */
async function planEnvois(db: Kysely<Tables>, planning: Planning): Promise<boolean> {
  // Most days have nothing: one statement is its own transaction.
  if (planning.plan.envois.length === 0) return moveOn(db, planning);
  return await db.transaction().execute(async (transaction) => {
    if (!(await moveOn(transaction, planning))) return false;
    const { team, plan, now } = planning;
    const rows = plan.envois.map(({ dueAt, raison, ...envoi }) => {
      const known = { team, ...envoi, due_at: dueAt, raison: raison ?? null, changed_at: now };
      return { ...known, state: raison === undefined ? 'prevu' : 'abandonne', owner: '', lease_until: dueAt, tries: 0 };
    });
    await transaction
      .insertInto('envoi')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  });
}

/** Only from the day that was planned from: another process may have been there first. */
async function moveOn(db: Kysely<Tables>, { team, channel, plan }: Planning): Promise<boolean> {
  const moved = await db
    .updateTable('abonnement')
    .set({ prochain_jour: plan.prochainJour, prochain_at: plan.prochainAt })
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where('prochain_jour', '=', plan.depuis)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows) > 0;
}

type Taking = { readonly team: string; readonly owner: string; readonly lease: Lease; readonly most: number };

/** One statement, which is its own transaction; what it looks for is asked again of each row, in case another was first. */
async function claimEnvois(db: Kysely<Tables>, { team, owner, lease, most }: Taking): Promise<readonly EnvoiEnMain[]> {
  const { now, ms } = lease;
  const rows = await db
    .updateTable('envoi')
    .set((row) => ({ owner, lease_until: now + ms, tries: row('tries', '+', 1), changed_at: now }))
    .where('team', '=', team)
    .where('state', 'in', A_FAIRE)
    .where('lease_until', '<=', now)
    .where('id', 'in', (row) =>
      row
        .selectFrom('envoi')
        .select('id')
        .where('team', '=', team)
        .where('state', 'in', A_FAIRE)
        .where('lease_until', '<=', now)
        .orderBy('lease_until')
        .orderBy('id')
        .limit(most),
    )
    .returningAll()
    .execute();
  return rows.map((row) => {
    const { id, channel, tries, state } = row;
    const known = { ...toKey(row), id, channel, jour: CalendarDate.parse(row.jour), dueAt: Number(row.due_at) };
    return { ...known, mayBeSent: state === 'envoi', tries };
  });
}

const A_FAIRE = ['prevu', 'envoi'] as const;

/** Only while it is in hand: a process that slept past its lease finds that it is another's. */
async function noteEnvoi(
  db: Kysely<Tables>,
  {
    team,
    id,
    owner,
    now,
  }: { readonly team: string; readonly id: string; readonly owner: string; readonly now: number },
): Promise<boolean> {
  const noted = await db
    .updateTable('envoi')
    .set({ state: 'envoi', changed_at: now })
    .where('team', '=', team)
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('lease_until', '>', now)
    .executeTakeFirst();
  return Number(noted.numUpdatedRows) > 0;
}

type Closing = {
  readonly team: string;
  readonly id: string;
  readonly now: number;
  readonly dernier: DernierDigest | undefined;
};

/** In one transaction: what was told is what the next digest starts from. */
async function closeEnvoi(
  db: Kysely<Tables>,
  { team, id, now, dernier }: Closing,
  end: { readonly state: EnvoiState; readonly ts?: string; readonly raison?: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const closed = await transaction
      .updateTable('envoi')
      .set({ ...end, owner: '', changed_at: now })
      .where('team', '=', team)
      .where('id', '=', id)
      .returning('channel')
      .executeTakeFirst();
    if (closed && dernier) await noteDernier(transaction, team, closed.channel, dernier);
  });
}

async function noteDernier(
  db: Transaction<Tables>,
  team: string,
  channel: string,
  { jour, connu }: DernierDigest,
): Promise<void> {
  await db
    .updateTable('abonnement')
    .set({ dernier_jour: jour, dernier_connu: connu })
    .where('team', '=', team)
    .where('channel', '=', channel)
    .execute();
}

async function listEnvois(db: Kysely<Tables>, team: string, channel: string): Promise<readonly EnvoiTrace[]> {
  const rows = await db
    .selectFrom('envoi')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const { id, ts, raison } = row;
    const known = { ...toKey(row), id, state: row.state as EnvoiState, dueAt: Number(row.due_at) };
    return { ...known, ...(ts !== null && { ts }), ...(raison !== null && { raison }) };
  });
}

function toKey({ kind, communaute, destination, periode }: Selectable<Tables['envoi']>): EnvoiKey {
  return { kind: kind === 'digest' ? 'digest' : 'rappel', communaute, destination, periode };
}
