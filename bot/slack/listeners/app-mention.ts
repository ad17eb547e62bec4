import type { App } from '@slack/bolt';
import { z } from 'zod';
import { toMessageWork } from '../questions/answer-message.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { takeAcknowledge } from './defer-ack.ts';
import { readNames } from './read-names.ts';

/** What we read of a mention; Slack sends it again, with `edited`, when the message is edited. */
const Mention = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
  bot_id: z.undefined().optional(),
});

/** « @cpts-bot … » in a channel: answered in its thread. A message of a bot is not answered. */
export function listenToMentions(app: App, slack: SlackContext, works: Works): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const mention = Mention.safeParse(event);
    if (!mention.success) return;
    const { channel, ts, user, text, thread_ts: threadTs = ts, edited } = mention.data;
    const version = edited?.ts ?? '';
    const asked = { channel, ts, user, text, threadTs, version, ...readNames(body, context.envelopeId) };
    await works.receive(await toMessageWork(asked, slack), takeAcknowledge(context.takeAck));
  });
}
