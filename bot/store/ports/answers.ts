import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** An answer as it was given, kept some days: enough to tell why, to share it and to make it again. */
export type SavedAnswer = {
  /** Letters only: it travels in buttons. */
  readonly id: string;
  /** Who asked. */
  readonly user: string;
  readonly channel: string;
  /** Message that holds the answer; absent for a reply that the asker alone sees. */
  readonly answerTs?: string | undefined;
  readonly kind: string;
  /**
   * `StoredReceipt` as JSON: the question with its day and profile, hashes, what a model did.
   * A question that holds data about a patient is refused, and has no receipt.
   */
  readonly receipt: string;
  readonly savedAt: number;
};

/** What a person thought of an answer. */
export type Feedback = {
  readonly answerId: string;
  readonly user: string;
  readonly verdict: 'utile' | 'pas-utile';
  readonly comment?: string | undefined;
  readonly at: number;
};

/** An estimate that somebody saved, to compare it later. */
export type SavedEstimation = {
  /** Letters only. */
  readonly id: string;
  /** As the person named it, else the profile's name. */
  readonly nom: string;
  readonly profilId?: string | undefined;
  readonly asOf: CalendarDate;
  /** What was asked as JSON: the input of `computeFinancement`, its day and its profile, from which it is computed again. */
  readonly input: string;
  /** Outcome of that day as `cpts financement --json` writes it. */
  readonly outcome: string;
  /** '' once that person is forgotten. */
  readonly savedBy: string;
  readonly savedAt: number;
};

/** Answers, what was thought of them, and estimates, workspace by workspace. */
export type Answers = {
  /** Keeps an answer, unless answers are not kept (`ANSWERS_DAYS=0`); one already there is replaced. */
  saveAnswer(team: string, answer: SavedAnswer): Promise<void>;
  /** Undefined when there is none, or none that this version can read. */
  readAnswer(team: string, id: string): Promise<SavedAnswer | undefined>;
  /**
   * One verdict for each person and answer: the last one given.
   * @returns false when the answer is no longer kept: nothing is written then
   */
  saveFeedback(team: string, feedback: Feedback): Promise<boolean>;
  /** First given first. */
  listFeedback(team: string, answerId: string): Promise<readonly Feedback[]>;
  /** @throws {BotError} ERR_PROFIL_ABSENT when it names a profile that is not there */
  saveEstimation(team: string, estimation: SavedEstimation): Promise<void>;
  /** Latest first; those of one profile when it is given. */
  listEstimations(team: string, profilId?: string): Promise<readonly SavedEstimation[]>;
  readEstimation(team: string, id: string): Promise<SavedEstimation | undefined>;
  deleteEstimation(team: string, id: string): Promise<void>;
  /**
   * Forgets the words of a person: answers to her questions and what was thought of them, her verdicts, works in hand,
   * threads in which she spoke, estimates of hers that belong to no profile. Others take the name of their profile.
   * What belongs to the community stays, without her name: profiles, estimates, journal.
   * Nothing of it can be read in the file afterwards; backups made before still hold it.
   * @returns how many things were forgotten
   */
  forgetPerson(team: string, user: string): Promise<number>;
};
