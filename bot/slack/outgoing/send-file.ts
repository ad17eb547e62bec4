import { z } from 'zod';
import type { SlackCaller } from './call-slack.ts';
import { checkAddress } from './check-address.ts';
import type { Calls } from './create-calls.ts';
import { toVisible } from './outgoing.ts';
import { postBytes } from './post-bytes.ts';
import type { OutgoingFile, SlackSender } from './slack-sender.ts';

/** What an upload goes through. */
type Roads = Pick<Calls, 'callMethod'> & {
  readonly call: SlackCaller;
  readonly fetch: typeof fetch;
  readonly origins: ReadonlySet<string>;
};

/** What we read of Slack's reply: where the bytes go, and the name of the file. */
const UploadReply = z.object({ upload_url: z.string(), file_id: z.string() });

/** Sends a file in the three steps that Slack asks for: an address, the bytes, and where it is shown. */
export async function sendFile(
  { name, title, bytes, altText }: OutgoingFile,
  { channel, threadTs, comment }: Parameters<SlackSender['sendFile']>[1],
  { callMethod, call, fetch, origins }: Roads,
): Promise<string> {
  const described = altText === undefined ? {} : { alt_txt: toVisible(altText) };
  const asked = { filename: toVisible(name), length: bytes.length, ...described };
  const reply = UploadReply.parse(await callMethod('files.getUploadURLExternal', channel, asked));
  const url = checkAddress(reply.upload_url, origins);
  await call('file', () => postBytes(fetch, url, bytes));
  await callMethod('files.completeUploadExternal', channel, {
    channel_id: channel,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(comment === undefined ? {} : { initial_comment: toVisible(comment) }),
    files: [{ id: reply.file_id, title: toVisible(title) }],
  });
  return reply.file_id;
}
