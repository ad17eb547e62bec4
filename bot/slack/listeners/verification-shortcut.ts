import type { App } from '@slack/bolt';
import { z } from 'zod';
import { findDay } from '#bot/find-today.ts';
import type { Comptoir } from '../commandes/comptoir.ts';
import { findParole } from '../commandes/parler.ts';
import { tellTrouble } from '../commandes/tell-asker.ts';
import { claimEvent } from '../questions/claim-event.ts';
import { VERIFIER_RACCOURCI, verifyMessage } from '../raccourci/verify-message.ts';
import type { SlackContext } from '../slack-context.ts';
import { readNames } from './read-names.ts';

/** What we read of a shortcut used on a message. */
const Used = z.object({
  type: z.literal('message_action'),
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.unknown(),
});

/** « Vérifier les chiffres », on any message. */
export function listenToVerification(app: App, context: SlackContext, comptoir: Comptoir): void {
  app.shortcut(VERIFIER_RACCOURCI, async ({ ack, body, context: { envelopeId } }) => {
    await ack();
    const used = Used.safeParse(body);
    if (!used.success) return;
    const { user, trigger_id: triggerId, response_url: responseUrl, channel, message } = used.data;
    const names = { envelopeId: readNames({}, envelopeId).envelopeId };
    if (!(await claimEvent({ deed: `raccourci ${triggerId}`, ...names }, context))) return;
    const parole = await findParole(user.id, context);
    try {
      await verifyMessage({ triggerId, message }, { ...comptoir, context, parole, today: findDay(context.now()) });
    } catch (error) {
      await tellTrouble(error, { user: user.id, channel: channel?.id, responseUrl }, parole, context);
    }
  });
}
