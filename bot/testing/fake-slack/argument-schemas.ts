import { z } from 'zod';
import { parseJson } from './read-arguments.ts';
import { Chunk } from './streams/stream-schemas.ts';

const Ts = z.string().regex(/^\d{10}\.\d{6}$/);

const ChannelId = z.string().regex(/^[CDGU][A-Z0-9]+$/);

const Flag = z.preprocess(fromForm, z.union([z.boolean(), z.literal([0, 1])]));

const UserId = z.string().regex(/^[UW][A-Z0-9]+$/);

/** Checked apart, so that errors of views are told as errors of views. */
const view = z.preprocess(fromForm, z.unknown());

/** What every client may add to its arguments; the token goes rather in a header. */
const common = { token: z.string().optional(), team_id: z.string().optional() };

/** Checked apart, so that errors of blocks are told as errors of blocks. */
const content = { text: z.string().optional(), blocks: z.preprocess(fromForm, z.unknown()).optional() };

const Metadata = z
  .preprocess(
    fromForm,
    z.strictObject({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) }),
  )
  .optional();

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
  metadata: Metadata,
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
  metadata: Metadata,
});

/** Arguments of chat.delete. */
export const PlaceOfMessage = z.strictObject({ ...common, channel: ChannelId, ts: Ts });

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
export const StopStream = AppendStream.extend({ blocks: content.blocks, metadata: Metadata });

/** Arguments of users.info. */
export const UserInfo = z.strictObject({ ...common, user: UserId, include_locale: Flag.optional() });

/** Arguments of views.open and views.push. */
export const OpenView = z.strictObject({ ...common, view, trigger_id: z.string().min(1) });

/** Arguments of views.update. */
export const UpdateView = z
  .strictObject({
    ...common,
    view,
    view_id: z.string().min(1).optional(),
    external_id: z.string().min(1).max(255).optional(),
    hash: z.string().min(1).optional(),
  })
  .refine((args) => (args.view_id === undefined) !== (args.external_id === undefined), {
    error: 'needs either view_id or external_id',
  });

/** Arguments of views.publish. */
export const PublishView = z.strictObject({ ...common, view, user_id: UserId, hash: z.string().min(1).optional() });

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

/** In a form, what is not a text is written as JSON. */
function fromForm(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}
