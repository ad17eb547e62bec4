import type { Kysely, Selectable } from 'kysely';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { hasProfil } from './place-queries.ts';
import type { Answers, SavedEstimation } from './ports/answers.ts';
import { createAbsentError } from './profil-queries.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';

/** Estimates that somebody saved. */
export type Estimations = Pick<Answers, 'saveEstimation' | 'listEstimations' | 'readEstimation' | 'deleteEstimation'>;

export function createEstimations(db: Kysely<Tables>, run: RunQuery): Estimations {
  return {
    saveEstimation: (team, estimation) => run(() => saveEstimation(db, team, estimation)),
    listEstimations: (team, profilId) => run(() => listEstimations(db, team, profilId)),
    readEstimation: (team, id) => run(() => readEstimation(db, team, id)),
    deleteEstimation: (team, id) =>
      run(async () => {
        await db.deleteFrom('estimation').where('team', '=', team).where('id', '=', id).execute();
      }),
  };
}

async function saveEstimation(db: Kysely<Tables>, team: string, estimation: SavedEstimation): Promise<void> {
  const { id, nom, profilId, asOf, input, outcome, savedBy, savedAt } = estimation;
  const given = { nom, as_of: asOf, input, outcome, saved_by: savedBy, saved_at: savedAt };
  await db.transaction().execute(async (transaction) => {
    if (profilId !== undefined && !(await hasProfil(transaction, team, profilId))) throw createAbsentError();
    await transaction
      .insertInto('estimation')
      .values({ team, id, profil_id: profilId ?? null, ...given })
      .onConflict((conflict) =>
        conflict.columns(['team', 'id']).doUpdateSet((row) => ({
          nom: row.ref('excluded.nom'),
          profil_id: row.ref('excluded.profil_id'),
          as_of: row.ref('excluded.as_of'),
          input: row.ref('excluded.input'),
          outcome: row.ref('excluded.outcome'),
          saved_by: row.ref('excluded.saved_by'),
          saved_at: row.ref('excluded.saved_at'),
        })),
      )
      .execute();
  });
}

async function listEstimations(
  db: Kysely<Tables>,
  team: string,
  profilId: string | undefined,
): Promise<readonly SavedEstimation[]> {
  const all = db.selectFrom('estimation').selectAll().where('team', '=', team);
  const wanted = profilId === undefined ? all : all.where('profil_id', '=', profilId);
  const rows = await wanted.orderBy('saved_at', 'desc').orderBy('id').execute();
  return rows.flatMap(toEstimation);
}

async function readEstimation(db: Kysely<Tables>, team: string, id: string): Promise<SavedEstimation | undefined> {
  const row = await db
    .selectFrom('estimation')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toEstimation(row)[0];
}

/** One estimate, or none when its day is not one that this version knows. */
function toEstimation(row: Selectable<Tables['estimation']>): readonly SavedEstimation[] {
  const asOf = CalendarDate.safeParse(row.as_of).data;
  if (asOf === undefined) return [];
  const { id, nom, profil_id: profilId, input, outcome, saved_by: savedBy, saved_at } = row;
  const profil = profilId === null ? {} : { profilId };
  return [{ id, nom, ...profil, asOf, input, outcome, savedBy, savedAt: Number(saved_at) }];
}
