import type { Kysely, Transaction } from 'kysely';
import type { Changements, Trace, Traces } from './ports/profils.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';

/** The journal of changes. */
export function createTraces(db: Kysely<Tables>, run: RunQuery): Traces {
  return {
    addTrace: (team, trace) => run(() => db.transaction().execute((transaction) => addTrace(transaction, team, trace))),
    listTraces: (team, objet, most) => run(() => listTraces(db, team, objet, most)),
  };
}

/** A change of a profile, as the journal tells it. */
export function toChangeTrace(
  action: string,
  objet: string,
  changements: Changements,
  { by, now }: { readonly by: string; readonly now: number },
): Trace {
  return { at: now, by, action, objet, detail: JSON.stringify(changements) };
}

/** Within a transaction, so that no other line takes the same rank. */
export async function addTrace(db: Transaction<Tables>, team: string, trace: Trace): Promise<void> {
  const last = await db
    .selectFrom('trace')
    .select('rang')
    .where('team', '=', team)
    .orderBy('rang', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { at, by, action, objet, detail = null } = trace;
  await db
    .insertInto('trace')
    .values({ team, rang: (last?.rang ?? 0) + 1, done_at: at, done_by: by, action, objet, detail })
    .execute();
}

async function listTraces(db: Kysely<Tables>, team: string, objet: string, most: number): Promise<readonly Trace[]> {
  const rows = await db
    .selectFrom('trace')
    .selectAll()
    .where('team', '=', team)
    .where('objet', '=', objet)
    .orderBy('done_at', 'desc')
    .orderBy('rang', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ done_at, done_by, action, detail }) => {
    return { at: Number(done_at), by: done_by, action, objet, ...(detail !== null && { detail }) };
  });
}
