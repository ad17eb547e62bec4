import type { Kysely, Selectable } from 'kysely';
import { Reglages } from '#bot/digest/calendrier/reglages.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Abonnement, Digests } from './ports/digests.ts';
import { readJson } from './read-json.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';
import { addTrace } from './trace-queries.ts';

/** Channels that get digests. */
export function createAbonnements(
  db: Kysely<Tables>,
  run: RunQuery,
): Pick<
  Digests,
  | 'saveAbonnement'
  | 'deleteAbonnement'
  | 'readAbonnement'
  | 'listAbonnements'
  | 'listAbonnementsDus'
  | 'suspendAbonnement'
> {
  return {
    saveAbonnement: (team, abonnement, now) => run(() => saveAbonnement(db, team, abonnement, now)),
    deleteAbonnement: (team, channel, by, now) => run(() => deleteAbonnement(db, team, channel, { by, now })),
    readAbonnement: (team, channel) => run(() => readAbonnement(db, team, channel)),
    listAbonnements: (team) => run(() => listAbonnements(db, team)),
    listAbonnementsDus: (team, now, most) => run(() => listAbonnementsDus(db, team, now, most)),
    suspendAbonnement: (team, channel, suspendu) =>
      run(async () => {
        const suspended = db.updateTable('abonnement').set({ suspendu });
        await suspended.where('team', '=', team).where('channel', '=', channel).execute();
      }),
  };
}

/** What the channel was last told stays: the next digest tells what is new since. */
async function saveAbonnement(
  db: Kysely<Tables>,
  team: string,
  abonnement: Parameters<Digests['saveAbonnement']>[1],
  now: number,
): Promise<void> {
  const { channel, reglages, savedBy, prochainJour, prochainAt } = abonnement;
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('abonnement')
      .values({
        team,
        channel,
        reglages: JSON.stringify(reglages),
        saved_by: savedBy,
        saved_at: now,
        prochain_jour: prochainJour,
        prochain_at: prochainAt,
      })
      .onConflict((conflict) =>
        conflict.columns(['team', 'channel']).doUpdateSet((row) => ({
          reglages: row.ref('excluded.reglages'),
          saved_by: row.ref('excluded.saved_by'),
          saved_at: row.ref('excluded.saved_at'),
          prochain_jour: row.ref('excluded.prochain_jour'),
          prochain_at: row.ref('excluded.prochain_at'),
          suspendu: null,
        })),
      )
      .execute();
    await addTrace(transaction, team, { at: now, by: savedBy, action: 'digest-abonne', objet: channel });
  });
}

async function deleteAbonnement(
  db: Kysely<Tables>,
  team: string,
  channel: string,
  { by, now }: { readonly by: string; readonly now: number },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom('abonnement')
      .where('team', '=', team)
      .where('channel', '=', channel)
      .executeTakeFirst();
    if (Number(gone.numDeletedRows) === 0) return;
    await transaction
      .updateTable('envoi')
      .set({ state: 'abandonne', raison: 'desabonne', changed_at: now })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('state', '=', 'prevu')
      .execute();
    await addTrace(transaction, team, { at: now, by, action: 'digest-desabonne', objet: channel });
  });
}

async function readAbonnement(db: Kysely<Tables>, team: string, channel: string): Promise<Abonnement | undefined> {
  const row = await db
    .selectFrom('abonnement')
    .selectAll()
    .where('team', '=', team)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row && toAbonnement(row)[0];
}

async function listAbonnements(db: Kysely<Tables>, team: string): Promise<readonly Abonnement[]> {
  const rows = await db.selectFrom('abonnement').selectAll().where('team', '=', team).orderBy('channel').execute();
  return rows.flatMap(toAbonnement);
}

async function listAbonnementsDus(
  db: Kysely<Tables>,
  team: string,
  now: number,
  most: number,
): Promise<readonly Abonnement[]> {
  const rows = await db
    .selectFrom('abonnement')
    .selectAll()
    .where('team', '=', team)
    .where('prochain_at', '<=', now)
    .where('suspendu', 'is', null)
    .orderBy('prochain_at')
    .orderBy('channel')
    .limit(most)
    .execute();
  return rows.flatMap(toAbonnement);
}

/** One subscription, or none when this version cannot read it. */
function toAbonnement(row: Selectable<Tables['abonnement']>): readonly Abonnement[] {
  const reglages = Reglages.safeParse(readJson(row.reglages));
  const prochainJour = CalendarDate.safeParse(row.prochain_jour);
  if (!reglages.success || !prochainJour.success) return [];
  const jour = CalendarDate.safeParse(row.dernier_jour).data;
  const { channel, saved_by: savedBy, dernier_connu: connu, suspendu } = row;
  return [
    {
      channel,
      reglages: reglages.data,
      savedBy,
      savedAt: Number(row.saved_at),
      prochainJour: prochainJour.data,
      prochainAt: Number(row.prochain_at),
      ...(jour !== undefined && connu !== null && { dernier: { jour, connu } }),
      ...(suspendu !== null && { suspendu }),
    },
  ];
}
