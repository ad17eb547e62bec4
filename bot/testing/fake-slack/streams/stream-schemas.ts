import { z } from 'zod';
import { ChannelId, common, content, fromForm, MessageMetadata, Ts, UserId } from '../schemas/argument-parts.ts';
import { Blocks } from '../schemas/block-schemas.ts';

const text = z.string().min(1).max(12_000);

const short = z.string().min(1).max(256);

/** A piece of a streamed message. */
export const Chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text }),
  z.strictObject({ type: z.literal('blocks'), blocks: Blocks.min(1) }),
  z.strictObject({ type: z.literal('plan_update'), title: short }),
  z.strictObject({
    type: z.literal('task_update'),
    id: z.string().min(1),
    title: short,
    status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    details: short.optional(),
    output: short.optional(),
  }),
]);

/** A piece, as read. */
export type Chunk = z.infer<typeof Chunk>;

const pieces = {
  markdown_text: z.string().min(1).max(12_000).optional(),
  chunks: z.preprocess(fromForm, z.array(Chunk)).optional(),
};

/** Arguments of chat.startStream. */
export const StartStream = z.strictObject({
  ...common,
  ...pieces,
  channel: ChannelId,
  thread_ts: Ts,
  recipient_user_id: UserId.optional(),
  recipient_team_id: z.string().min(1).optional(),
  task_display_mode: z.enum(['timeline', 'plan']).optional(),
});

/** Arguments of chat.appendStream. */
export const AppendStream = z.strictObject({ ...common, ...pieces, channel: ChannelId, ts: Ts });

/** Arguments of chat.stopStream. */
export const StopStream = AppendStream.extend({ blocks: content.blocks, metadata: MessageMetadata });
