import type { Receiver } from '@slack/bolt';

/** The way by which Slack's requests come in, over the socket or over HTTP. */
export type Door = {
  readonly receiver: Receiver;
  /** Settles once requests can come in; rejects when they never will. */
  readonly open: () => Promise<void>;
  /** Port listened to, once open; undefined over the socket. */
  readonly findPort: () => number | undefined;
  /** Whether what Slack sends can come in, now. */
  readonly isOpen: () => boolean;
  /** Takes nothing more from Slack, which sends it again later. */
  readonly close: () => Promise<void>;
  /** Lets go of what is left, once the works are done: until then, the health pages may be on the same server. */
  readonly end: () => Promise<void>;
};
