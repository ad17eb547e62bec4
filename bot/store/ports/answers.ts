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
  /** `StoredReceipt` as JSON: the question with its day and profile, hashes, what a model did. */
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
  /** Input of `computeFinancement` as JSON, from which it is computed again. */
  readonly input: string;
  /** Outcome of that day as `cpts financement --json` writes it. */
  readonly outcome: string;
  readonly savedBy: string;
  readonly savedAt: number;
};

/** Answers, what was thought of them, and estimates, workspace by workspace. */
export type Answers = {
  saveAnswer(team: string, answer: SavedAnswer): Promise<void>;
  readAnswer(team: string, id: string): Promise<SavedAnswer | undefined>;
  /** One verdict for each person and answer: the last one given. */
  saveFeedback(team: string, feedback: Feedback): Promise<void>;
  listFeedback(team: string, answerId: string): Promise<readonly Feedback[]>;
  saveEstimation(team: string, estimation: SavedEstimation): Promise<void>;
  listEstimations(team: string, profilId?: string): Promise<readonly SavedEstimation[]>;
  readEstimation(team: string, id: string): Promise<SavedEstimation | undefined>;
  deleteEstimation(team: string, id: string): Promise<void>;
  /** Forgets the words of a person: answers to her questions, comments, works and threads of hers; her name in the journal. */
  forgetPerson(team: string, user: string): Promise<number>;
};
