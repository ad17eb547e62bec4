import type { Kysely, Transaction } from 'kysely';
import { Reglages } from '#bot/digest/calendrier/reglages.ts';
import { parseEditeursJson, parseProfilJson } from './profil-json.ts';
import { readJson } from './read-json.ts';
import type { Tables } from './tables.ts';

type Person = { readonly team: string; readonly user: string };

/** Takes a person out of every table, in one transaction. */
export async function forgetPerson(db: Kysely<Tables>, team: string, user: string): Promise<number> {
  const person = { team, user };
  return await db.transaction().execute(async (transaction) => {
    const counts = [
      await deleteWords(transaction, person),
      await deleteThreads(transaction, person),
      await forgetEstimations(transaction, person),
      await forgetProfils(transaction, person),
      await forgetTraces(transaction, person),
      await forgetDigests(transaction, person),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

/** Verdicts of others on her answers go with the answers. */
async function deleteWords(db: Transaction<Tables>, { team, user }: Person): Promise<number> {
  let count = 0;
  for (const table of ['work', 'feedback', 'answer'] as const) {
    const gone = await db.deleteFrom(table).where('team', '=', team).where('user_id', '=', user).executeTakeFirst();
    count += Number(gone.numDeletedRows);
  }
  return count;
}

/** The memory of a thread does not tell whose fact is which: it goes whole, its exchanges with it. */
async function deleteThreads(db: Transaction<Tables>, { team, user }: Person): Promise<number> {
  const gone = await db
    .deleteFrom('fil')
    .where('team', '=', team)
    .where((row) =>
      row.exists(
        row
          .selectFrom('fil_personne')
          .select('fil_personne.user_id')
          .where('fil_personne.team', '=', team)
          .where('fil_personne.user_id', '=', user)
          .whereRef('fil_personne.channel', '=', 'fil.channel')
          .whereRef('fil_personne.thread_ts', '=', 'fil.thread_ts'),
      ),
    )
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** An estimate of a profile is the community's, under the profile's name; one without a profile was hers alone. */
async function forgetEstimations(db: Transaction<Tables>, { team, user }: Person): Promise<number> {
  const rows = await db
    .selectFrom('estimation')
    .leftJoin('profil', (join) =>
      join.onRef('profil.team', '=', 'estimation.team').onRef('profil.id', '=', 'estimation.profil_id'),
    )
    .select(['estimation.id', 'profil.profil'])
    .where('estimation.team', '=', team)
    .where('estimation.saved_by', '=', user)
    .execute();
  for (const { id, profil } of rows) {
    const nom = profil === null ? undefined : parseProfilJson(profil)?.nom;
    if (nom === undefined) await db.deleteFrom('estimation').where('team', '=', team).where('id', '=', id).execute();
    else {
      const named = db.updateTable('estimation').set({ nom, saved_by: '' });
      await named.where('team', '=', team).where('id', '=', id).execute();
    }
  }
  return rows.length;
}

/** A profile is the community's. One that she alone could change is opened to all: nobody could change it otherwise. */
async function forgetProfils(db: Transaction<Tables>, { team, user }: Person): Promise<number> {
  const rows = await db
    .selectFrom('profil')
    .select(['id', 'editeurs', 'saved_by'])
    .where('team', '=', team)
    .where((row) => row.or([row('saved_by', '=', user), row('editeurs', 'like', toPattern(user))]))
    .execute();
  for (const { id, editeurs, saved_by } of rows) {
    const others = listOthers(editeurs, user);
    await db
      .updateTable('profil')
      .set({ editeurs: JSON.stringify(others), saved_by: saved_by === user ? '' : saved_by })
      .where('team', '=', team)
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
}

function listOthers(editeurs: string, user: string): 'tous' | readonly string[] {
  const known = parseEditeursJson(editeurs) ?? 'tous';
  const others = known === 'tous' ? [] : known.filter((name) => name !== user);
  return others.length > 0 ? others : 'tous';
}

/** The journal tells what changed; who did it, and her name among those who may change a profile, are taken out. */
async function forgetTraces(db: Transaction<Tables>, { team, user }: Person): Promise<number> {
  const rows = await db
    .selectFrom('trace')
    .select(['rang', 'done_by', 'detail'])
    .where('team', '=', team)
    .where((row) => row.or([row('done_by', '=', user), row('detail', 'like', toPattern(user))]))
    .execute();
  for (const { rang, done_by, detail } of rows) {
    await db
      .updateTable('trace')
      .set({
        done_by: done_by === user ? '' : done_by,
        detail: detail?.replaceAll(JSON.stringify(user), '""') ?? null,
      })
      .where('team', '=', team)
      .where('rang', '=', rang)
      .execute();
  }
  return rows.length;
}

/** Reminders to her go; a subscription and a mark are the community's, without her name. */
async function forgetDigests(db: Transaction<Tables>, { team, user }: Person): Promise<number> {
  const envois = await db
    .deleteFrom('envoi')
    .where('team', '=', team)
    .where('destination', '=', user)
    .executeTakeFirst();
  const marques = await db
    .updateTable('marque')
    .set({ marked_by: '' })
    .where('team', '=', team)
    .where('marked_by', '=', user)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('abonnement')
    .select(['channel', 'reglages', 'saved_by'])
    .where('team', '=', team)
    .where((row) => row.or([row('saved_by', '=', user), row('reglages', 'like', toPattern(user))]))
    .execute();
  for (const { channel, reglages, saved_by } of rows) {
    await db
      .updateTable('abonnement')
      .set({ reglages: withoutDestinataire(reglages, user), saved_by: saved_by === user ? '' : saved_by })
      .where('team', '=', team)
      .where('channel', '=', channel)
      .execute();
  }
  return Number(envois.numDeletedRows) + Number(marques.numUpdatedRows) + rows.length;
}

function withoutDestinataire(reglages: string, user: string): string {
  const read = Reglages.safeParse(readJson(reglages));
  if (!read.success) return '{}';
  const destinataires = read.data.destinataires.filter((name) => name !== user);
  return JSON.stringify({ ...read.data, destinataires });
}

/** Her identifier as a whole text of JSON. */
function toPattern(user: string): string {
  return `%${JSON.stringify(user)}%`;
}
