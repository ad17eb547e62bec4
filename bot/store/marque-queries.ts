import type { Kysely } from 'kysely';
import { Marque } from '#bot/digest/contenu/communaute.ts';
import type { Digests, MarqueDonnee } from './ports/digests.ts';
import { createAbsentError } from './profil-queries.ts';
import { readJson } from './read-json.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';
import { addTrace } from './trace-queries.ts';

/** What persons said of échéances, and what was known of the law when a digest was told. */
export function createMarques(
  db: Kysely<Tables>,
  run: RunQuery,
): Pick<Digests, 'saveMarque' | 'listMarques' | 'saveConnu' | 'readConnu'> {
  return {
    saveMarque: (team, marque, now) => run(() => saveMarque(db, team, marque, now)),
    listMarques: (team, profilId) => run(() => listMarques(db, team, profilId)),
    saveConnu: (nom, etat, now) =>
      run(async () => {
        const kept = db.insertInto('connu').values({ nom, etat, saved_at: now });
        await kept.onConflict((conflict) => conflict.column('nom').doNothing()).execute();
      }),
    readConnu: (nom) =>
      run(async () => {
        const row = await db.selectFrom('connu').select('etat').where('nom', '=', nom).executeTakeFirst();
        return row?.etat;
      }),
  };
}

async function saveMarque(
  db: Kysely<Tables>,
  team: string,
  { profilId, code, marque, by }: MarqueDonnee,
  now: number,
): Promise<void> {
  const detail = JSON.stringify({ code, ...marque });
  await db.transaction().execute(async (transaction) => {
    const profil = transaction.selectFrom('profil').select('id').where('team', '=', team).where('id', '=', profilId);
    if (!(await profil.executeTakeFirst())) throw createAbsentError();
    await transaction
      .insertInto('marque')
      .values({ team, profil_id: profilId, code, marque: JSON.stringify(marque), marked_by: by, marked_at: now })
      .onConflict((conflict) =>
        conflict.columns(['team', 'profil_id', 'code']).doUpdateSet((row) => ({
          marque: row.ref('excluded.marque'),
          marked_by: row.ref('excluded.marked_by'),
          marked_at: row.ref('excluded.marked_at'),
        })),
      )
      .execute();
    await addTrace(transaction, team, { at: now, by, action: `echeance-${marque.kind}`, objet: profilId, detail });
  });
}

/** A mark that this version cannot read is as if nobody had made it. */
async function listMarques(db: Kysely<Tables>, team: string, profilId: string): Promise<Record<string, Marque>> {
  const rows = await db
    .selectFrom('marque')
    .select(['code', 'marque'])
    .where('team', '=', team)
    .where('profil_id', '=', profilId)
    .orderBy('code')
    .execute();
  return Object.fromEntries(
    rows.flatMap(({ code, marque }) => {
      const read = Marque.safeParse(readJson(marque));
      return read.success ? [[code, read.data]] : [];
    }),
  );
}
