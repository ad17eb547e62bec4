import type { App } from '@slack/bolt';
import { toCommandWork } from '../answer-command.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { readNames } from './read-names.ts';

/** `/cpts <question>`: answered to the asker alone. */
export function listenToCommand(app: App, context: SlackContext, works: Works): void {
  app.command('/cpts', async ({ command, ack, context: { envelopeId } }) => {
    const { text, trigger_id: triggerId, response_url: responseUrl, user_id: user, channel_id: channel } = command;
    const asked = { text, triggerId, responseUrl, user, channel, envelopeId: readNames({}, envelopeId).envelopeId };
    await works.receive(await toCommandWork(asked, context), (reply) => ack(reply));
  });
}
