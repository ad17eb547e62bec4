import { toSaidMessage, toSlackMessage } from '../content/to-slack-message.ts';
import { settleStream } from '../streams/settle-stream.ts';
import type { World } from '../world.ts';

/** Which messages of a conversation are asked for. */
export type Asked = {
  readonly channel: string;
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | 0 | 1 | undefined;
  readonly include_all_metadata?: boolean | 0 | 1 | undefined;
};

/** The messages of a conversation, of the bot and of people, oldest first. */
export function listConversation(asked: Asked, world: World) {
  const { workspace, settings } = world;
  const { channel, oldest = '0', latest = '9', include_all_metadata: withMetadata = false } = asked;
  const { inclusive = false } = asked;
  const posted = [...workspace.messages.values()]
    .filter((message) => message.channel === channel)
    .map((message) => {
      const told = toSlackMessage(settleStream(message, world), settings);
      const { metadata } = message;
      return withMetadata && metadata !== undefined ? { ...told, metadata } : told;
    });
  const said = [...workspace.said.values()]
    .filter((one) => one.channel === channel)
    .map((one) => toSaidMessage(one, settings));
  return [...posted, ...said]
    .filter(({ ts }) => (inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest))
    .toSorted((one, other) => (one.ts < other.ts ? -1 : 1));
}

/** Which page is asked for. */
export type Page = { readonly limit?: number | undefined; readonly cursor?: string | undefined };

/** Cuts a page out of a list, with the cursor of the next one. */
export function cutPage<T>(all: readonly T[], { limit = 100, cursor }: Page) {
  const from = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
  const end = from + limit;
  const next = end < all.length ? Buffer.from(String(end)).toString('base64url') : '';
  return { items: all.slice(from, end), has_more: next !== '', response_metadata: { next_cursor: next } };
}
