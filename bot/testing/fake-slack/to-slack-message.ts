import type { Block } from './block-schemas.ts';
import type { Identity } from './settings.ts';
import type { BotMessage, Ephemeral } from './workspace.ts';

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
    ...(edits === 0 ? {} : { edited: { user: botUserId, ts } }),
  };
}

/** Blocks with the identifiers that Slack gives to those that have none. */
export function withBlockIds(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index}` }));
}
