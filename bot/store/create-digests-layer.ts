import type { Kysely } from 'kysely';

/**
 * Tables of digests: channels that subscribed, what is to be sent to them, marks of échéances, what was known of the law.
 * `bigint` for times: PostgreSQL's `integer` is too short for milliseconds.
 */
export async function createDigestsLayer(db: Kysely<unknown>): Promise<void> {
  await createAbonnement(db);
  await createEnvoi(db);
  await createMarque(db);
  await db.schema
    .createTable('connu')
    .addColumn('nom', 'text', (column) => column.primaryKey())
    .addColumn('etat', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createAbonnement(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('abonnement')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('reglages', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addColumn('prochain_jour', 'text', (column) => column.notNull())
    .addColumn('prochain_at', 'bigint', (column) => column.notNull())
    .addColumn('dernier_jour', 'text')
    .addColumn('dernier_connu', 'text')
    .addColumn('suspendu', 'text')
    .addPrimaryKeyConstraint('abonnement_key', ['team', 'channel'])
    .execute();
  await db.schema.createIndex('abonnement_du').on('abonnement').columns(['team', 'prochain_at']).execute();
}

/** One row for each kind, community, destination and period, whoever plans it. */
async function createEnvoi(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('envoi')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('communaute', 'text', (column) => column.notNull())
    .addColumn('destination', 'text', (column) => column.notNull())
    .addColumn('periode', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('jour', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('ts', 'text')
    .addColumn('raison', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('envoi_key', ['team', 'id'])
    .addUniqueConstraint('envoi_une_fois', ['team', 'kind', 'communaute', 'destination', 'periode'])
    .execute();
  await db.schema.createIndex('envoi_a_faire').on('envoi').columns(['team', 'state', 'lease_until']).execute();
  await db.schema.createIndex('envoi_age').on('envoi').column('changed_at').execute();
}

/** A mark goes with its profile. */
async function createMarque(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('marque')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('profil_id', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('marque', 'text', (column) => column.notNull())
    .addColumn('marked_by', 'text', (column) => column.notNull())
    .addColumn('marked_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('marque_key', ['team', 'profil_id', 'code'])
    .addForeignKeyConstraint('marque_profil', ['team', 'profil_id'], 'profil', ['team', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
}
