import type { App } from '@slack/bolt';
import { z } from 'zod';
import { type AskedMessage, toMessageWork } from '../questions/answer-message.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { takeAcknowledge } from './defer-ack.ts';
import { readNames } from './read-names.ts';

/** Words of a person, never of a bot. */
const Words = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
});

/** Subtypes whose message is still a person's: with a file, or also sent to the conversation. */
const Written = Words.extend({
  channel: z.string(),
  channel_type: z.literal('im'),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
});

/** An edit; Slack tells one too when it adds a preview, which changes no word. */
const Edited = z.object({
  channel: z.string(),
  channel_type: z.literal('im'),
  subtype: z.literal('message_changed'),
  message: Words.extend({ edited: z.object({ ts: z.string() }) }),
  previous_message: z.object({ text: z.string().optional() }).optional(),
});

/** A direct message, or its edit: answered in its thread. */
export function listenToDirectMessages(app: App, slack: SlackContext, works: Works): void {
  app.event('message', async ({ event, body, context }) => {
    const message = readMessage(event);
    if (!message) return;
    const work = await toMessageWork({ ...message, ...readNames(body, context.envelopeId) }, slack);
    await works.receive(work, takeAcknowledge(context.takeAck));
  });
}

function readMessage(event: unknown): AskedMessage | undefined {
  const written = Written.safeParse(event);
  if (written.success) {
    const { channel, ts, user, text, thread_ts: threadTs = ts } = written.data;
    return { channel, ts, user, text, threadTs, version: '' };
  }
  const edited = Edited.safeParse(event);
  if (!edited.success || edited.data.message.text === edited.data.previous_message?.text) return undefined;
  const { channel, message } = edited.data;
  const { ts, user, text, thread_ts: threadTs = ts } = message;
  return { channel, ts, user, text, threadTs, version: message.edited.ts };
}
