import { z } from 'zod';
import { ChannelId, Count, common, content, fromForm, Ts } from '../schemas/argument-parts.ts';

/** Arguments of files.getUploadURLExternal. */
export const GetUploadUrl = z.strictObject({
  ...common,
  filename: z.string().min(1),
  length: Count,
  // A client of Slack writes `alt_text`, which Slack does not know: the description would be lost.
  alt_txt: z.string().min(1).max(1000).optional(),
  snippet_type: z.string().optional(),
});

/** Arguments of files.completeUploadExternal. */
export const CompleteUpload = z
  .strictObject({
    ...common,
    files: z.preprocess(
      fromForm,
      z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1).optional() })).min(1),
    ),
    channel_id: ChannelId.optional(),
    thread_ts: Ts.optional(),
    initial_comment: z.string().optional(),
    blocks: content.blocks,
  })
  .refine(({ channel_id: channel, thread_ts: thread }) => thread === undefined || channel !== undefined, {
    error: 'has a thread_ts without channel_id',
  });
