import type { Kysely } from 'kysely';

/**
 * Tables of works in hand, profiles, journal, answers and estimates, beside those of the conversations.
 * `bigint` for times: PostgreSQL's `integer` is too short for milliseconds.
 */
export async function createSecondLayer(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('exchange').addColumn('suite', 'text').execute();
  await createFilPersonne(db);
  await createWork(db);
  await createProfil(db);
  await createTrace(db);
  await createAnswer(db);
  await createFeedback(db);
  await createEstimation(db);
}

async function createFilPersonne(db: Kysely<unknown>): Promise<void> {
  const thread = ['team', 'channel', 'thread_ts'] as const;
  await db.schema
    .createTable('fil_personne')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('fil_personne_key', [...thread, 'user_id'])
    .addForeignKeyConstraint('fil_personne_thread', [...thread], 'fil', [...thread], (key) => key.onDelete('cascade'))
    .execute();
}

async function createWork(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('sending', 'text')
    .addPrimaryKeyConstraint('work_key', ['team', 'id'])
    .execute();
}

async function createProfil(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('profil')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('profil', 'text', (column) => column.notNull())
    .addColumn('contact_cpam', 'text')
    .addColumn('editeurs', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('profil_key', ['team', 'id'])
    .execute();
  await db.schema
    .createTable('profil_lieu')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('lieu', 'text', (column) => column.notNull())
    .addColumn('profil_id', 'text', (column) => column.notNull())
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('profil_lieu_key', ['team', 'lieu', 'profil_id'])
    .addForeignKeyConstraint('profil_lieu_profil', ['team', 'profil_id'], 'profil', ['team', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('profil_lieu_profil_id').on('profil_lieu').columns(['team', 'profil_id']).execute();
}

async function createTrace(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trace')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('rang', 'integer', (column) => column.notNull())
    .addColumn('done_at', 'bigint', (column) => column.notNull())
    .addColumn('done_by', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('objet', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('trace_key', ['team', 'rang'])
    .execute();
  await db.schema.createIndex('trace_objet').on('trace').columns(['team', 'objet']).execute();
}

async function createAnswer(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('answer_ts', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('receipt', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_key', ['team', 'id'])
    .execute();
  await db.schema.createIndex('answer_age').on('answer').column('saved_at').execute();
}

async function createFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('answer_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['team', 'answer_id', 'user_id'])
    .addForeignKeyConstraint('feedback_answer', ['team', 'answer_id'], 'answer', ['team', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
}

async function createEstimation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('estimation')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('nom', 'text', (column) => column.notNull())
    .addColumn('profil_id', 'text')
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('estimation_key', ['team', 'id'])
    .addForeignKeyConstraint('estimation_profil', ['team', 'profil_id'], 'profil', ['team', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('estimation_profil_id').on('estimation').columns(['team', 'profil_id']).execute();
}
