import { type BotMessage, keyOf, type Stream } from '../workspace.ts';
import type { World } from '../world.ts';

/** A message as it stands now: Slack ends a stream by itself when its time is over. */
export function settleStream(message: BotMessage, { workspace, settings }: World): BotMessage {
  const { stream } = message;
  if (stream?.state !== 'open') return message;
  const endedAt = stream.startedAt + settings.streamLifeMs;
  if (settings.now() < endedAt) return message;
  const expired: Stream = { ...stream, state: 'expired', endedAt };
  const settled = { ...message, stream: expired };
  workspace.messages.set(keyOf(message), settled);
  return settled;
}

/** Ends every stream that is open, at once. */
export function endStreams(state: 'expired' | 'halted', { workspace, settings, changes }: World): void {
  for (const [key, message] of workspace.messages) {
    const { stream } = message;
    if (stream?.state !== 'open') continue;
    workspace.messages.set(key, { ...message, stream: { ...stream, state, endedAt: settings.now() } });
  }
  changes.changed();
}

/** Whether a message is still being written. */
export function isStreamed(message: BotMessage, world: World): boolean {
  return settleStream(message, world).stream?.state === 'open';
}
