import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Fil } from '../answer/question.ts';
import { parseFilJson, toFilJson } from './fil-json.ts';
import { readJson } from './read-json.ts';
import type { Exchange, ExchangeKey, FilKey } from './store.ts';
import type { Tables } from './tables.ts';

/** The memory of a thread; undefined when there is none that can be read. */
export async function readFil(db: Kysely<Tables>, key: FilKey): Promise<Fil | undefined> {
  const row = await db
    .selectFrom('fil')
    .select('memory')
    .where('team', '=', key.team)
    .where('channel', '=', key.channel)
    .where('thread_ts', '=', key.threadTs)
    .executeTakeFirst();
  return row && parseFilJson(row.memory);
}

/** The exchange held on a question; a memory before it that can no longer be read is left out. */
export async function readExchange(db: Kysely<Tables>, key: ExchangeKey): Promise<Exchange | undefined> {
  const row = await db
    .selectFrom('exchange')
    .select(['answer_ts', 'suite', 'version', 'memory_before'])
    .where('team', '=', key.team)
    .where('channel', '=', key.channel)
    .where('question_ts', '=', key.questionTs)
    .executeTakeFirst();
  if (!row) return undefined;
  const filAvant = row.memory_before === null ? undefined : parseFilJson(row.memory_before);
  const suite = row.suite === null ? undefined : Suite.safeParse(readJson(row.suite)).data;
  return { answerTs: row.answer_ts, ...(suite && { suite }), version: row.version, ...(filAvant && { filAvant }) };
}

const Suite = z.array(z.string());

/** What an answered question leaves. */
type Leavings = {
  readonly key: ExchangeKey;
  readonly threadTs: string;
  readonly exchange: Exchange & { readonly user?: string | undefined };
  readonly fil: Fil;
  readonly now: number;
};

/** Keeps the memory of the thread and the exchange, in one transaction; the thread first, as the exchange refers to it. */
export async function saveExchange(db: Kysely<Tables>, leavings: Leavings): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await upsertFil(transaction, leavings);
    await noteSpeaker(transaction, leavings);
    await upsertExchange(transaction, leavings);
  });
}

async function upsertFil(db: Transaction<Tables>, { key, threadTs, fil, now }: Leavings): Promise<void> {
  await db
    .insertInto('fil')
    .values({ team: key.team, channel: key.channel, thread_ts: threadTs, memory: toFilJson(fil), saved_at: now })
    .onConflict((conflict) =>
      conflict.columns(['team', 'channel', 'thread_ts']).doUpdateSet((row) => ({
        memory: row.ref('excluded.memory'),
        saved_at: row.ref('excluded.saved_at'),
      })),
    )
    .execute();
}

/** Who spoke in the thread is known as long as the thread, longer than each exchange. */
async function noteSpeaker(db: Transaction<Tables>, { key, threadTs, exchange: { user } }: Leavings): Promise<void> {
  if (user === undefined) return;
  await db
    .insertInto('fil_personne')
    .values({ team: key.team, channel: key.channel, thread_ts: threadTs, user_id: user })
    .onConflict((conflict) => conflict.columns(['team', 'channel', 'thread_ts', 'user_id']).doNothing())
    .execute();
}

async function upsertExchange(db: Transaction<Tables>, { key, threadTs, exchange, now }: Leavings): Promise<void> {
  await db
    .insertInto('exchange')
    .values({
      team: key.team,
      channel: key.channel,
      question_ts: key.questionTs,
      thread_ts: threadTs,
      answer_ts: exchange.answerTs,
      suite: exchange.suite ? JSON.stringify(exchange.suite) : null,
      version: exchange.version,
      memory_before: exchange.filAvant ? toFilJson(exchange.filAvant) : null,
      saved_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['team', 'channel', 'question_ts']).doUpdateSet((row) => ({
        thread_ts: row.ref('excluded.thread_ts'),
        answer_ts: row.ref('excluded.answer_ts'),
        suite: row.ref('excluded.suite'),
        version: row.ref('excluded.version'),
        memory_before: row.ref('excluded.memory_before'),
        saved_at: row.ref('excluded.saved_at'),
      })),
    )
    .execute();
}
