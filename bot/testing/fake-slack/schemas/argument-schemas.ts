import { z } from 'zod';
import { ChannelId, common, content, Flag, fromForm, MessageMetadata, Ts, UserId } from './argument-parts.ts';

/** Arguments of a method that takes none. */
export const NoArguments = z.strictObject(common);

/** Arguments of chat.postMessage. */
export const PostMessage = z.strictObject({
  ...common,
  ...content,
  channel: ChannelId,
  thread_ts: Ts.optional(),
  reply_broadcast: Flag.optional(),
  unfurl_links: Flag.optional(),
  unfurl_media: Flag.optional(),
  mrkdwn: Flag.optional(),
  parse: z.enum(['none', 'full']).optional(),
  link_names: Flag.optional(),
  metadata: MessageMetadata,
  client_msg_id: z.uuid().optional(),
});

/** Arguments of chat.update. */
export const UpdateMessage = z.strictObject({
  ...common,
  ...content,
  channel: ChannelId,
  ts: Ts,
  parse: z.enum(['none', 'full']).optional(),
  link_names: Flag.optional(),
  metadata: MessageMetadata,
});

/** Arguments of chat.delete. */
export const PlaceOfMessage = z.strictObject({ ...common, channel: ChannelId, ts: Ts });

/** Arguments of chat.getPermalink. */
export const PermalinkOf = z.strictObject({ ...common, channel: ChannelId, message_ts: Ts });

/** Arguments of chat.postEphemeral. */
export const PostEphemeral = z.strictObject({
  ...common,
  ...content,
  channel: ChannelId,
  user: UserId,
  thread_ts: Ts.optional(),
  parse: z.enum(['none', 'full']).optional(),
  link_names: Flag.optional(),
});

/** Arguments of assistant.threads.setStatus. */
export const SetStatus = z.strictObject({
  ...common,
  channel_id: ChannelId,
  thread_ts: Ts,
  status: z.string(),
  loading_messages: z.preprocess(fromForm, z.array(z.string().min(1)).min(1).max(10)).optional(),
});

/** Arguments of assistant.threads.setSuggestedPrompts. */
export const SetPrompts = z.strictObject({
  ...common,
  channel_id: ChannelId,
  thread_ts: Ts.optional(),
  title: z.string().min(1).optional(),
  prompts: z.preprocess(
    fromForm,
    z
      .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
      .min(1)
      .max(4),
  ),
});

/** Arguments of assistant.threads.setTitle. */
export const SetTitle = z.strictObject({ ...common, channel_id: ChannelId, thread_ts: Ts, title: z.string().min(1) });

/** Arguments of users.info. */
export const UserInfo = z.strictObject({ ...common, user: UserId, include_locale: Flag.optional() });

/** A message sent to a response URL. */
export const ResponseMessage = z.strictObject({
  ...content,
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: Ts.optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
  mrkdwn: z.boolean().optional(),
});

/** A message that acknowledges a command. */
export const AckMessage = ResponseMessage.omit({ replace_original: true, delete_original: true, thread_ts: true });
