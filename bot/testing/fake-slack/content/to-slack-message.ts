import type { Block } from '../schemas/block-schemas.ts';
import type { Identity } from '../settings.ts';
import { type BotMessage, type Ephemeral, keyOf, type Said, type Stream } from '../workspace.ts';
import type { World } from '../world.ts';

/** A message as the Web API and the payloads of Slack show it. */
export function toSlackMessage(message: BotMessage | Ephemeral, { botUserId, botId, appId, teamId }: Identity) {
  const { ts, text, thread_ts, edits } = message;
  return {
    type: 'message',
    user: botUserId,
    bot_id: botId,
    app_id: appId,
    team: teamId,
    ts,
    text,
    ...(thread_ts === undefined ? {} : { thread_ts }),
    ...(message.blocks.length === 0 ? {} : { blocks: withBlockIds(message.blocks) }),
    ...('files' in message ? { files: message.files?.map((id) => ({ id })) } : {}),
    ...('stream' in message && message.stream !== undefined
      ? { streaming_state: toStreamingState(message.stream) }
      : {}),
    ...(edits === 0 ? {} : { edited: { user: botUserId, ts } }),
  };
}

function toStreamingState({ state }: Stream): string {
  return { open: 'in_progress', stopped: 'completed', halted: 'completed', expired: 'errored' }[state];
}

/** Blocks with the identifiers that Slack gives to those that have none. */
export function withBlockIds(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index}` }));
}

/** A message of a person, as Slack shows it. */
export function toSaidMessage({ user, text, ts, thread_ts }: Said, { teamId }: Identity) {
  return { type: 'message', user, text, ts, team: teamId, ...(thread_ts === undefined ? {} : { thread_ts }) };
}

/**
 * A message of anybody, as Slack shows it.
 * @throws {Error} when there is none
 */
export function findAnyMessage(
  place: { readonly channel: string; readonly ts: string },
  { workspace, settings }: World,
) {
  const key = keyOf(place);
  const posted = workspace.messages.get(key);
  if (posted !== undefined) return toSlackMessage(posted, settings);
  const said = workspace.said.get(key);
  if (said !== undefined) return toSaidMessage(said, settings);
  throw new Error(`there is no message ${key}`);
}
