import { z } from 'zod';
import { ChannelId, Count, common, Flag, Ts, UserId } from '../schemas/argument-parts.ts';

const page = { limit: Count.pipe(z.int().max(999)).optional(), cursor: z.string().optional() };

const range = {
  ...page,
  channel: ChannelId,
  oldest: Ts.optional(),
  latest: Ts.optional(),
  inclusive: Flag.optional(),
  include_all_metadata: Flag.optional(),
};

/** Arguments of conversations.open: one person. */
export const OpenConversation = z.strictObject({
  ...common,
  users: UserId,
  return_im: Flag.optional(),
  prevent_creation: Flag.optional(),
});

/** Arguments of conversations.info. */
export const ConversationInfo = z.strictObject({
  ...common,
  channel: ChannelId,
  include_locale: Flag.optional(),
  include_num_members: Flag.optional(),
});

/** Arguments of conversations.members. */
export const Members = z.strictObject({ ...common, ...page, channel: ChannelId });

/** Arguments of conversations.history. */
export const History = z.strictObject({ ...common, ...range });

/** Arguments of conversations.replies. */
export const Replies = z.strictObject({ ...common, ...range, ts: Ts });
