import { z } from 'zod';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Calls } from './create-calls.ts';
import { type OutgoingObject, toVisible } from './outgoing.ts';
import type { SlackSender } from './slack-sender.ts';

/** What we read of Slack's reply to a start. */
const StartReply = z.object({ ts: z.string() });

/** Between two paragraphs of a stream, and after the last: what comes next is never read with what was said. */
const END = '\n\n';

/** The roads of a streamed message; `toMetadata` names the message once it is whole. */
export function createStreams(
  { callMethod, callOnce }: Calls,
  toMetadata: (id: string) => OutgoingObject,
): Pick<SlackSender, 'startStream' | 'appendStream' | 'stopStream'> {
  return {
    async startStream({ channel, threadTs, user, team }, paragraphs = []) {
      const first = paragraphs.length === 0 ? {} : toMarkdown(paragraphs);
      const reader = { recipient_user_id: user, recipient_team_id: team };
      const reply = await callOnce('chat.startStream', { channel, thread_ts: threadTs, ...reader, ...first });
      return { ts: StartReply.parse(reply).ts };
    },
    async appendStream(paragraphs, { channel, ts }) {
      if (paragraphs.length > 0) await callOnce('chat.appendStream', { channel, ts, ...toMarkdown(paragraphs) });
    },
    async stopStream({ blocks }, { channel, ts, id }) {
      await callMethod('chat.stopStream', channel, { channel, ts, blocks, metadata: toMetadata(id) });
    },
  };
}

function toMarkdown(paragraphs: readonly LicensedText[]): OutgoingObject {
  return { markdown_text: toVisible([...joinLicensed(paragraphs, END), END]) };
}
