import type { Receiver } from '@slack/bolt';

/** The way by which Slack's requests come in, over the socket or over HTTP. */
export type Door = {
  readonly receiver: Receiver;
  /** Settles once requests can come in; rejects when they never will. */
  readonly open: () => Promise<void>;
  /** Port listened to, once open; undefined over the socket. */
  readonly findPort: () => number | undefined;
  readonly close: () => Promise<void>;
};
