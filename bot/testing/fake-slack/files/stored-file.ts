/** A file of the bot. */
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  /** Announced size, in bytes. */
  readonly length: number;
  /** Private address, as payloads tell it. */
  readonly url: string;
  /** What was uploaded; undefined until then. */
  readonly bytes?: Buffer;
  /** Whether the upload was completed: until then nobody sees it. */
  readonly complete: boolean;
  /** Where it was shared. */
  readonly channel?: string;
  readonly thread_ts?: string;
};
