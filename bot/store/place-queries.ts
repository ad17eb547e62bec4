import type { Kysely, Transaction } from 'kysely';
import type { Profils } from './ports/profils.ts';
import { createAbsentError } from './profil-queries.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';
import { addTrace, toChangeTrace } from './trace-queries.ts';

/** Where profiles serve. */
export function createPlaces(
  db: Kysely<Tables>,
  run: RunQuery,
): Pick<Profils, 'listLieux' | 'placeProfil' | 'unplaceProfil'> {
  return {
    listLieux: (team, id) => run(() => listLieux(db, team, id)),
    placeProfil: (team, lieu, id, by, now) => run(() => placeProfil(db, { team, lieu, id, by, now })),
    unplaceProfil: (team, lieu, id, by, now) => run(() => unplaceProfil(db, { team, lieu, id, by, now })),
  };
}

/** A profile, a place, and who changes it. */
type Placing = {
  readonly team: string;
  readonly lieu: string;
  readonly id: string;
  readonly by: string;
  readonly now: number;
};

async function listLieux(db: Kysely<Tables>, team: string, id: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('profil_lieu')
    .select('lieu')
    .where('team', '=', team)
    .where('profil_id', '=', id)
    .orderBy('lieu')
    .execute();
  return rows.map(({ lieu }) => lieu);
}

async function placeProfil(db: Kysely<Tables>, placing: Placing): Promise<void> {
  const { team, lieu, id } = placing;
  await db.transaction().execute(async (transaction) => {
    if (!(await hasProfil(transaction, team, id))) throw createAbsentError();
    const first = await transaction
      .selectFrom('profil_lieu')
      .select(['profil_id', 'rang'])
      .where('team', '=', team)
      .where('lieu', '=', lieu)
      .orderBy('rang')
      .limit(1)
      .executeTakeFirst();
    if (first?.profil_id === id) return;
    await transaction
      .insertInto('profil_lieu')
      .values({ team, lieu, profil_id: id, rang: (first?.rang ?? 0) - 1 })
      .onConflict((conflict) =>
        conflict.columns(['team', 'lieu', 'profil_id']).doUpdateSet((row) => ({ rang: row.ref('excluded.rang') })),
      )
      .execute();
    await addTrace(transaction, team, toChangeTrace('profil-place', id, { lieu: { apres: lieu } }, placing));
  });
}

async function unplaceProfil(db: Kysely<Tables>, placing: Placing): Promise<void> {
  const { team, lieu, id } = placing;
  await db.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom('profil_lieu')
      .where('team', '=', team)
      .where('lieu', '=', lieu)
      .where('profil_id', '=', id)
      .executeTakeFirst();
    if (Number(gone.numDeletedRows) === 0) return;
    await addTrace(transaction, team, toChangeTrace('profil-retire', id, { lieu: { avant: lieu } }, placing));
  });
}

/** Whether a profile is there, were it unreadable by this version. */
export async function hasProfil(db: Transaction<Tables>, team: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('profil')
    .select('id')
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
