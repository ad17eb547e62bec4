import type { Kysely } from 'kysely';
import { z } from 'zod';
import { StoredReceipt } from '../receipts/receipt.ts';
import type { Answers, Feedback, SavedAnswer } from './ports/answers.ts';
import { readJson } from './read-json.ts';
import type { RunQuery } from './run-query.ts';
import type { Tables } from './tables.ts';

/** Answers and what was thought of them. */
export type SavedAnswers = Pick<Answers, 'saveAnswer' | 'readAnswer' | 'saveFeedback' | 'listFeedback'>;

/** @param isKept whether answers are kept at all */
export function createSavedAnswers(db: Kysely<Tables>, run: RunQuery, isKept: boolean): SavedAnswers {
  return {
    saveAnswer: (team, answer) => run(async () => void (isKept && (await saveAnswer(db, team, answer)))),
    readAnswer: (team, id) => run(() => readAnswer(db, team, id)),
    saveFeedback: (team, feedback) => run(() => saveFeedback(db, team, feedback)),
    listFeedback: (team, answerId) => run(() => listFeedback(db, team, answerId)),
  };
}

async function saveAnswer(db: Kysely<Tables>, team: string, answer: SavedAnswer): Promise<void> {
  const { id, user, channel, answerTs = null, kind, receipt, savedAt } = answer;
  await db
    .insertInto('answer')
    .values({ team, id, user_id: user, channel, answer_ts: answerTs, kind, receipt, saved_at: savedAt })
    .onConflict((conflict) =>
      conflict.columns(['team', 'id']).doUpdateSet((row) => ({
        user_id: row.ref('excluded.user_id'),
        channel: row.ref('excluded.channel'),
        answer_ts: row.ref('excluded.answer_ts'),
        kind: row.ref('excluded.kind'),
        receipt: row.ref('excluded.receipt'),
        saved_at: row.ref('excluded.saved_at'),
      })),
    )
    .execute();
}

async function readAnswer(db: Kysely<Tables>, team: string, id: string): Promise<SavedAnswer | undefined> {
  const row = await db
    .selectFrom('answer')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !StoredReceipt.safeParse(readJson(row.receipt)).success) return undefined;
  const { user_id: user, channel, answer_ts: answerTs, kind, receipt, saved_at } = row;
  return { id, user, channel, ...(answerTs !== null && { answerTs }), kind, receipt, savedAt: Number(saved_at) };
}

async function saveFeedback(db: Kysely<Tables>, team: string, feedback: Feedback): Promise<boolean> {
  const { answerId, user, verdict, comment = null, at } = feedback;
  return await db.transaction().execute(async (transaction) => {
    const answer = await transaction
      .selectFrom('answer')
      .select('id')
      .where('team', '=', team)
      .where('id', '=', answerId)
      .executeTakeFirst();
    if (!answer) return false;
    await transaction
      .insertInto('feedback')
      .values({ team, answer_id: answerId, user_id: user, verdict, comment, given_at: at })
      .onConflict((conflict) =>
        conflict.columns(['team', 'answer_id', 'user_id']).doUpdateSet((row) => ({
          verdict: row.ref('excluded.verdict'),
          comment: row.ref('excluded.comment'),
          given_at: row.ref('excluded.given_at'),
        })),
      )
      .execute();
    return true;
  });
}

const Verdict = z.enum(['utile', 'pas-utile']) satisfies z.ZodType<Feedback['verdict']>;

/** A verdict that this version does not know is left out. */
async function listFeedback(db: Kysely<Tables>, team: string, answerId: string): Promise<readonly Feedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .where('team', '=', team)
    .where('answer_id', '=', answerId)
    .orderBy('given_at')
    .orderBy('user_id')
    .execute();
  return rows.flatMap(({ user_id: user, verdict: written, comment, given_at }) => {
    const verdict = Verdict.safeParse(written).data;
    return verdict ? [{ answerId, user, verdict, ...(comment !== null && { comment }), at: Number(given_at) }] : [];
  });
}
