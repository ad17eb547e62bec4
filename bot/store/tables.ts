/** Tables of the store. Times are milliseconds since 1970; memories are JSON, see `fil-json.ts`. */
export type Tables = {
  event: { team: string; name: string; seen_at: number };
  fil: FilRow;
  exchange: ExchangeRow;
  /** Tokens of a model, counted by workspace and day. */
  tokens: { team: string; day: string; used: number };
  /** Written by kysely: the migrations that this database has seen. */
  kysely_migration: { name: string; timestamp: string };
};

/** The memory of one thread. */
type FilRow = { team: string; channel: string; thread_ts: string; memory: string; saved_at: number };

/** One answered question; its thread is always in `fil`. */
type ExchangeRow = {
  team: string;
  channel: string;
  question_ts: string;
  thread_ts: string;
  answer_ts: string;
  version: string;
  memory_before: string | null;
  saved_at: number;
};
