import { type BotMessage, keyOf, type Stream } from '../workspace.ts';
import type { World } from '../world.ts';

/** How a streamed message stands now: Slack ends it by itself when its time is over. */
export function readStream(message: BotMessage, { workspace, settings }: World): Stream {
  const { stream } = workspace.messages.get(keyOf(message)) ?? message;
  if (stream === undefined) throw new Error(`the message ${keyOf(message)} is not streamed`);
  const endsAt = stream.startedAt + settings.streamLifeMs;
  if (stream.state !== 'open' || settings.now() < endsAt) return stream;
  const expired: Stream = { ...stream, state: 'expired', endedAt: endsAt };
  workspace.messages.set(keyOf(message), { ...message, stream: expired });
  return expired;
}
