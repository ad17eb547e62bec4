/** Something Slack sends to the bot: an event, a command or a pressed button. */
export type Parcel = {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Readonly<Record<string, unknown>>;
};

/** Which redelivery this is: none for the first, and why the one before failed. */
export type Retry = { readonly attempt: number; readonly reason: string };

/** How one sending went. */
export type Attempt = {
  readonly acked: boolean;
  /** From the sending to the acknowledgement. */
  readonly ackMs?: number;
  /** Why it was not acknowledged, as Slack tells it with the next one. */
  readonly reason: string;
  /** What came with the acknowledgement. */
  readonly response?: unknown;
  /** The bot asked not to get it again. */
  readonly noRetry?: boolean;
};

/** One way to the bot: WebSocket or HTTP. */
export type Carrier = {
  send(parcel: Parcel, retry: Retry): Promise<Attempt>;
  /** Sends again the very bytes that were last sent for an event. */
  replay(eventId: string): Promise<Attempt>;
};

/** Identifier of an event; undefined for what is none. */
export function findEventId({ payload }: Parcel): string | undefined {
  const { event_id: id } = payload;
  return typeof id === 'string' ? id : undefined;
}
