import type { App } from '@slack/bolt';
import { answerCommand } from '../answer-command.ts';
import type { SlackContext } from '../slack-context.ts';
import { readNames } from './read-names.ts';

/** `/cpts <question>`: answered to the asker alone. */
export function listenToCommand(app: App, context: SlackContext): void {
  app.command('/cpts', async ({ command, ack, context: { envelopeId } }) => {
    const { text, trigger_id: triggerId, response_url: responseUrl } = command;
    const asked = { text, triggerId, responseUrl, envelopeId: readNames({}, envelopeId).envelopeId };
    await answerCommand(asked, (reply) => ack(reply), context);
  });
}
