import type { App } from '@slack/bolt';
import { z } from 'zod';
import { findParole } from '../commandes/parler.ts';
import { tellTrouble } from '../commandes/tell-asker.ts';
import { clickEcheance } from '../digest/click-echeance.ts';
import { AGENDA_ACTION, FAIT_ACTION, PAS_CONCERNE_ACTION, REPORTER_ACTION } from '../digest/render-digest-message.ts';
import { claimEvent } from '../questions/claim-event.ts';
import type { SlackContext } from '../slack-context.ts';
import { readNames } from './read-names.ts';

/** What we read of a click. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string(),
  actions: z.tuple([z.object({ value: z.string() })]),
});

/** The buttons under the échéances of digests and reminders. */
export function listenToEcheances(app: App, context: SlackContext): void {
  for (const action of [FAIT_ACTION, REPORTER_ACTION, PAS_CONCERNE_ACTION, AGENDA_ACTION]) {
    app.action(action, async ({ ack, body, context: { envelopeId } }) => {
      await ack();
      const click = Click.safeParse(body);
      if (!click.success) return;
      const { user, channel, response_url: responseUrl, trigger_id: triggerId, actions } = click.data;
      const to = { user: user.id, channel: channel?.id, responseUrl };
      try {
        const names = { deed: `echeance ${triggerId}`, envelopeId: readNames({}, envelopeId).envelopeId };
        if (!(await claimEvent(names, context))) return;
        await clickEcheance({ ...to, action, value: actions[0].value }, context);
      } catch (error) {
        await tellTrouble(error, to, await findParole(user.id, context), context);
      }
    });
  }
}
