import { toIncident } from '#bot/tell-error.ts';
import type { SlackContext } from '../slack-context.ts';

/** The names under which Slack may send one and the same thing again. */
export type EventNames = {
  /** `event_id`: the same at each retry. */
  readonly eventId?: string | undefined;
  /** `envelope_id` of Socket Mode. */
  readonly envelopeId?: string | undefined;
  /** What happened, said in our own words: a message and its version, a click, a command. */
  readonly deed: string;
};

/**
 * Whether this is the first time that something is heard of, for a day and over restarts.
 * A retry header alone says nothing: a retry of what was never heard is heard now.
 * When the store fails the answer still goes out: Slack knows our messages by their identifiers and keeps one of each.
 */
export async function claimEvent(names: EventNames, context: SlackContext): Promise<boolean> {
  const { store, team, now, journal } = context;
  try {
    return await store.claimEvent(team, toNames(names), now());
  } catch (error) {
    journal(toIncident(error));
    return true;
  }
}

/** The names as the store knows them, each of its own sort. */
export function toNames({ eventId, envelopeId, deed }: EventNames): readonly string[] {
  return [deed, ...(eventId ? [`evenement ${eventId}`] : []), ...(envelopeId ? [`enveloppe ${envelopeId}`] : [])];
}
