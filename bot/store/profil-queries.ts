import type { Kysely, Selectable, Transaction } from 'kysely';
import { BotError } from '#corpus/law/bot-error.ts';
import { listChangements } from './list-changements.ts';
import type { Profils, SavedProfil } from './ports/profils.ts';
import { parseEditeursJson, parseProfilJson } from './profil-json.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';
import { addTrace, toChangeTrace } from './trace-queries.ts';

/** Profiles of communities. */
export function createProfils(
  db: Kysely<Tables>,
  run: RunQuery,
): Omit<Profils, 'listLieux' | 'placeProfil' | 'unplaceProfil'> {
  return {
    listProfils: (team) => run(() => listProfils(db, team)),
    readProfil: (team, id) => run(() => readProfil(db, team, id)),
    findProfils: (team, channel) => run(() => findProfils(db, team, channel)),
    saveProfil: (team, saved, now) => run(() => saveProfil(db, team, saved, now)),
    deleteProfil: (team, id, by, now) => run(() => deleteProfil(db, team, id, { by, now })),
  };
}

/** A profile that is gone, or that was never there. */
export function createAbsentError(): BotError {
  return new BotError(
    'ERR_PROFIL_ABSENT',
    "ce profil n'existe plus dans cet espace",
    'Choisissez un autre profil, ou créez-le à nouveau.',
  );
}

async function listProfils(db: Kysely<Tables>, team: string): Promise<readonly SavedProfil[]> {
  const rows = await db.selectFrom('profil').selectAll().where('team', '=', team).execute();
  return rows.flatMap(toSavedProfil).sort(compareNames);
}

function compareNames(one: SavedProfil, other: SavedProfil): number {
  return one.profil.nom.localeCompare(other.profil.nom, 'fr') || (one.id < other.id ? -1 : 1);
}

async function readProfil(db: Kysely<Tables>, team: string, id: string): Promise<SavedProfil | undefined> {
  const row = await db
    .selectFrom('profil')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSavedProfil(row)[0];
}

async function findProfils(db: Kysely<Tables>, team: string, channel: string): Promise<readonly SavedProfil[]> {
  const rows = await db
    .selectFrom('profil_lieu')
    .innerJoin('profil', (join) =>
      join.onRef('profil.team', '=', 'profil_lieu.team').onRef('profil.id', '=', 'profil_lieu.profil_id'),
    )
    .selectAll('profil')
    .select('profil_lieu.lieu')
    .where('profil_lieu.team', '=', team)
    .where('profil_lieu.lieu', 'in', [channel, 'espace'])
    .orderBy('profil_lieu.rang')
    .execute();
  const ofChannel = rows.filter(({ lieu }) => lieu === channel).flatMap(toSavedProfil);
  return ofChannel.length > 0 ? ofChannel : rows.filter(({ lieu }) => lieu === 'espace').flatMap(toSavedProfil);
}

async function saveProfil(
  db: Kysely<Tables>,
  team: string,
  saved: Omit<SavedProfil, 'savedAt'>,
  now: number,
): Promise<void> {
  const { id, savedBy: by } = saved;
  await db.transaction().execute(async (transaction) => {
    const before = await readProfil(transaction, team, id);
    const changements = listChangements(before, saved);
    if (Object.keys(changements).length === 0) return;
    await upsertProfil(transaction, team, saved, now);
    const action = before ? 'profil-change' : 'profil-cree';
    await addTrace(transaction, team, toChangeTrace(action, id, changements, { by, now }));
  });
}

async function upsertProfil(
  db: Transaction<Tables>,
  team: string,
  { id, profil, contactCpam, editeurs, savedBy }: Omit<SavedProfil, 'savedAt'>,
  now: number,
): Promise<void> {
  await db
    .insertInto('profil')
    .values({
      team,
      id,
      profil: JSON.stringify(profil),
      contact_cpam: contactCpam ?? null,
      editeurs: JSON.stringify(editeurs),
      saved_by: savedBy,
      saved_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['team', 'id']).doUpdateSet((row) => ({
        profil: row.ref('excluded.profil'),
        contact_cpam: row.ref('excluded.contact_cpam'),
        editeurs: row.ref('excluded.editeurs'),
        saved_by: row.ref('excluded.saved_by'),
        saved_at: row.ref('excluded.saved_at'),
      })),
    )
    .execute();
}

/** Its places and its estimates go with it, by their foreign keys. */
async function deleteProfil(
  db: Kysely<Tables>,
  team: string,
  id: string,
  who: { readonly by: string; readonly now: number },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const before = await readProfil(transaction, team, id);
    const gone = await transaction
      .deleteFrom('profil')
      .where('team', '=', team)
      .where('id', '=', id)
      .executeTakeFirst();
    if (Number(gone.numDeletedRows) === 0) return;
    const changements = listChangements(before, undefined);
    await addTrace(transaction, team, toChangeTrace('profil-supprime', id, changements, who));
  });
}

/** One profile, or none when this version cannot read it. */
function toSavedProfil(row: Selectable<Tables['profil']>): readonly SavedProfil[] {
  const profil = parseProfilJson(row.profil);
  const editeurs = parseEditeursJson(row.editeurs);
  if (!profil || !editeurs) return [];
  const { id, contact_cpam: contactCpam, saved_by: savedBy, saved_at } = row;
  const contact = contactCpam === null ? {} : { contactCpam };
  return [{ id, profil, ...contact, editeurs, savedBy, savedAt: Number(saved_at) }];
}
