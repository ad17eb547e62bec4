import type { App } from '@slack/bolt';
import { z } from 'zod';
import { SHARE_ACTION } from '../questions/answer-command.ts';
import { toShareWork } from '../questions/share-answer.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { readNames } from './read-names.ts';
import { receiveShare } from './receive-share.ts';

/** What we read of a click. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  container: z.object({ message_ts: z.string() }),
  response_url: z.string(),
  trigger_id: z.string(),
  actions: z.tuple([z.object({ value: z.string() })]),
});

/** « Partager » under a reply that only the asker sees. */
export function listenToShare(app: App, context: SlackContext, works: Works): void {
  app.action(SHARE_ACTION, async ({ ack, body, context: { envelopeId } }) => {
    const click = Click.safeParse(body);
    if (!click.success) return ack();
    const { user, channel, container, response_url: responseUrl, actions } = click.data;
    const { envelopeId: envelope } = readNames({}, envelopeId);
    const [{ value }] = actions;
    const place = { channel: channel.id, user: user.id, messageTs: container.message_ts };
    const work = toShareWork({ ...place, value, responseUrl, envelopeId: envelope });
    const to = { user: user.id, channel: channel.id, responseUrl };
    await receiveShare({ work, triggerId: click.data.trigger_id, to }, () => ack(), { works, context });
  });
}
