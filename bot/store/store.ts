import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Fil } from '../answer/question.ts';
import type { Answers } from './ports/answers.ts';
import type { Digests } from './ports/digests.ts';
import type { Profils, Traces } from './ports/profils.ts';
import type { Works } from './ports/works.ts';

/** Who speaks where: a workspace, a channel, and the thread's first message. */
export type FilKey = { readonly team: string; readonly channel: string; readonly threadTs: string };

/** The message that asked: a workspace, a channel, and the `ts` of the question. */
export type ExchangeKey = { readonly team: string; readonly channel: string; readonly questionTs: string };

/** A question that was answered, and what is needed to answer it again when it is edited. */
export type Exchange = {
  /** `ts` of the answer, the message to replace; of its first message when it is long. */
  readonly answerTs: string;
  /** Further messages of a long answer, in order. */
  readonly suite?: readonly string[] | undefined;
  /** `ts` of the edit that was answered, '' for the question as first written. */
  readonly version: string;
  /** Memory of the thread before the question; absent when the question opened it. */
  readonly filAvant?: Fil | undefined;
};

/** Who asked, so that her threads can be forgotten with her; it is not given back. */
type AskedBy = { readonly user?: string | undefined };

/** What `purge` has forgotten. */
export type Purged = {
  readonly events: number;
  readonly threads: number;
  readonly exchanges: number;
  readonly tokens: number;
  /** Works that nobody has done in a day: what was asked had no answer. */
  readonly works: number;
  readonly answers: number;
};

/**
 * What the bot keeps, workspace by workspace; nothing of the law is in it, and no data about a patient is given to it.
 * Times are milliseconds since 1970, given by the edge that owns the clock.
 * Every function rejects with a `BotError` of code `ERR_STORE_…`, told in French.
 */
export type Store = Conversations & Works & Profils & Traces & Answers & Digests & Upkeep;

/** What threads remember, and what is counted. */
export type Conversations = {
  /**
   * Claims an event under all of its names at once: the id of the event, of its envelope, and the message it tells.
   * Atomic, also between processes. Names that are new are kept even when another of them was seen.
   * @returns true for the first who claims it; false when any name was claimed less than 24 hours before
   */
  claimEvent(team: string, names: readonly string[], now: number): Promise<boolean>;

  /** Facts and concepts that a thread remembers; undefined when there are none, or none that this version can read. */
  readFil(key: FilKey): Promise<Fil | undefined>;

  /** The exchange held on a question; undefined when it was not answered. */
  readExchange(key: ExchangeKey): Promise<Exchange | undefined>;

  /**
   * Keeps what an answered question leaves, the exchange and the new memory of its thread, both or neither.
   * An exchange or a memory already there is replaced.
   */
  saveExchange(key: ExchangeKey, threadTs: string, exchange: Exchange & AskedBy, fil: Fil, now: number): Promise<void>;

  /**
   * Counts tokens of a model for a workspace and a day. Atomic, also between processes.
   * @returns the tokens of that day so far, these included
   */
  addTokens(team: string, day: CalendarDate, tokens: number): Promise<number>;

  /** Tokens counted for a workspace and a day; 0 when there are none. */
  readTokens(team: string, day: CalendarDate): Promise<number>;
};

/** What keeps the file in order. */
export type Upkeep = {
  /**
   * Forgets what has reached its age: events and works at 24 hours, answers at `ANSWERS_DAYS`, threads, exchanges and
   * counts of tokens at 90 days without a turn.
   */
  purge(now: number): Promise<Purged>;

  /** Waits for what is under way, then releases the database; calling it again does nothing. */
  close(): Promise<void>;
};
