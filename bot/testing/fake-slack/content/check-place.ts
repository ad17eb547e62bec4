import type { Reply } from '../methods/reply.ts';
import { refuse } from '../methods/reply.ts';
import type { Channel } from '../settings.ts';
import { findChannel, keyOf } from '../workspace.ts';
import type { World } from '../world.ts';

/** The channel where a call takes effect, or the refusal. */
export type CheckedChannel =
  | { readonly kind: 'open'; readonly channel: Channel }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** Finds where a call goes; what people do to channels is part of life, so that none of these errors is a violation. */
export function checkChannel(id: string, { workspace, settings }: World): CheckedChannel {
  const channel = findChannel(workspace, id);
  if (channel === undefined || (channel.kind === 'im' && !channel.member)) return close('channel_not_found');
  if (channel.archived) return close('is_archived');
  if (!channel.member && !settings.scopes.includes('chat:write.public')) return close('not_in_channel');
  return { kind: 'open', channel };
}

/** Whether a person is in a conversation. */
export function isThere(user: string, { people, kind, user: other }: Channel): boolean {
  return people === undefined ? kind === 'channel' || other === user : people.includes(user);
}

/**
 * Checks that a thread begins with a message that exists and begins a thread.
 * @param error what this method answers for a thread that does not exist
 */
export function checkThread(
  subject: string,
  thread: { readonly channel: string; readonly thread_ts: string | undefined },
  error: string,
  { workspace, journal }: World,
): Reply | undefined {
  if (thread.thread_ts === undefined) return undefined;
  const key = keyOf({ channel: thread.channel, ts: thread.thread_ts });
  const first = workspace.messages.get(key) ?? workspace.said.get(key);
  if (first === undefined) {
    journal.violate(`${subject}: no message of ${thread.channel} has the timestamp ${thread.thread_ts}`);
    return refuse(error);
  }
  if (first.thread_ts === undefined || first.thread_ts === first.ts) return undefined;
  journal.violate(`${subject}: ${thread.thread_ts} is itself a reply, the thread begins with ${first.thread_ts}`);
  return refuse('cannot_reply_to_message');
}

function close(error: string): CheckedChannel {
  return { kind: 'refused', reply: refuse(error) };
}
