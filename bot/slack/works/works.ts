import type { Acknowledge } from './work-kind.ts';

/** Something heard of Slack that the bot owes an answer to. */
export type HeardWork = {
  /** Name of its kind. */
  readonly kind: string;
  /** Name of the deed, the same for every delivery of it. */
  readonly id: string;
  /** Every name under which Slack may send it again, the deed among them. */
  readonly names: readonly string[];
  /** What is kept of it: plain data, without a word of a question that must be refused. */
  readonly payload: unknown;
  /** Whose words it holds. */
  readonly user: string;
};

/** The works in hand, kept in the store so that they survive the process. */
export type Works = {
  /**
   * Keeps a work, acknowledges it, then does it; one that is known already is acknowledged only.
   * One that cannot be kept is acknowledged once it is done: until then Slack sends it again.
   * @returns whether it was not known
   */
  readonly receive: (work: HeardWork, acknowledge: Acknowledge) => Promise<boolean>;
  /** Begins again what a former process has left; settles once all of it is begun. */
  readonly takeUp: () => Promise<void>;
  /** The same for what was left since for want of Slack, if anything was. */
  readonly takeUpLeft: () => Promise<void>;
  /** From now on nothing is begun nor sent: what is not finished stays in the store. */
  readonly stop: () => void;
};
