/** Something heard of Slack that the bot owes an answer to, kept before it is acknowledged. */
export type Work = {
  /** Name of the deed, the same for every delivery of it: `message C0… 1763… `, `commande 13345…`. */
  readonly id: string;
  /** Which function takes it up: `message`, `commande`, `partage`… */
  readonly kind: string;
  /** What that function needs, as JSON; the words of a question that must be refused are not in it. */
  readonly payload: string;
  /** Whose words the payload holds: they go with the work, and when the person asks to be forgotten. */
  readonly user: string;
  readonly receivedAt: number;
  /** How often it was begun again without coming to an end, see `noteTries`. */
  readonly tries: number;
  /** What was about to be sent when the process stopped, and the message that it may have become. */
  readonly sending?: Sending | undefined;
};

/** The intent to send, written before the send. */
export type Sending = {
  readonly channel: string;
  readonly messageId: string;
  /** The message, as soon as it is known. */
  readonly ts?: string | undefined;
  /** Messages of the same answer that were sent before this one, in order: a long answer is several. */
  readonly sent?: readonly string[] | undefined;
};

/** Works in hand, which survive the process: first heard, first taken up. */
export type Works = {
  /**
   * Claims an event under all its names and keeps the work it asks for, both or neither.
   * Words that hold data about a patient are never given here: what must be refused is refused before it is kept.
   * @returns false when any of the names was claimed less than 24 hours before, or when a work of that id is in hand:
   *          no work is kept, and names that are new are, since they are names of the same event
   */
  receiveWork(
    team: string,
    names: readonly string[],
    work: Pick<Work, 'id' | 'kind' | 'payload' | 'user'>,
    now: number,
  ): Promise<boolean>;
  /** Writes what is about to be sent, then its `ts` as soon as it is known; does nothing for a work that is done. */
  noteSending(team: string, id: string, sending: Sending): Promise<void>;
  /** The work is done: nothing of it is kept. */
  finishWork(team: string, id: string): Promise<void>;
  /** Writes how often a work was begun again: one that ends the process each time must not do so for ever. */
  noteTries(team: string, id: string, tries: number): Promise<void>;
  /** Every work that is not finished, oldest first: at the start, what a former process has left. */
  takeUpWorks(team: string): Promise<readonly Work[]>;
};
