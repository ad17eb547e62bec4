import { z } from 'zod';
import { parseJson } from './read-arguments.ts';

const Ts = z.string().regex(/^\d{10}\.\d{6}$/);

const ChannelId = z.string().regex(/^[CDGU][A-Z0-9]+$/);

const Flag = z.preprocess(fromForm, z.union([z.boolean(), z.literal([0, 1])]));

/** What every client may add to its arguments; the token goes rather in a header. */
const common = { token: z.string().optional(), team_id: z.string().optional() };

/** Checked apart, so that errors of blocks are told as errors of blocks. */
const content = { text: z.string().optional(), blocks: z.preprocess(fromForm, z.unknown()).optional() };

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
  metadata: z
    .preprocess(fromForm, z.strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }))
    .optional(),
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
  metadata: PostMessage.shape.metadata,
});

/** Arguments of chat.postEphemeral. */
export const PostEphemeral = z.strictObject({
  ...common,
  ...content,
  channel: ChannelId,
  user: z.string().regex(/^[UW][A-Z0-9]+$/),
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
