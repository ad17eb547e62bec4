import type { App } from '@slack/bolt';
import { z } from 'zod';
import { findDay } from '#bot/find-today.ts';
import type { Comptoir } from '../commandes/comptoir.ts';
import { FORMS, submitForm } from '../commandes/estimation/submit-form.ts';
import { findParole } from '../commandes/parler.ts';
import { tellTrouble } from '../commandes/tell-asker.ts';
import { Values } from '../modal/saisie.ts';
import { sealViewReply } from '../modal/seal-view-reply.ts';
import { claimEvent } from '../questions/claim-event.ts';
import type { SlackContext } from '../slack-context.ts';
import { readNames } from './read-names.ts';

/** What we read of a form that was sent. */
const Sent = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    hash: z.string().default(''),
    state: z.object({ values: Values }),
  }),
});

/** The forms of the commands, when they are sent. */
export function listenToCommandForms(app: App, context: SlackContext, comptoir: Comptoir): void {
  for (const form of FORMS) {
    app.view(form, async ({ ack, body, context: { envelopeId } }) => {
      const sent = Sent.safeParse(body);
      if (!sent.success) return ack();
      const { user, view } = sent.data;
      const parole = await findParole(user.id, context);
      let isAcked = false;
      try {
        const atelier = { ...comptoir, context, parole, today: findDay(context.now()) };
        const { id: viewId, callback_id, private_metadata: metadata, state } = view;
        const filled = { view: callback_id, viewId, metadata, user: user.id, values: state.values };
        const { reply, after } = await submitForm(filled, atelier);
        await (reply ? ack(sealViewReply(reply, context.sender)) : ack());
        isAcked = true;
        const names = { envelopeId: readNames({}, envelopeId).envelopeId };
        // A form that Slack sends twice is answered once.
        if (after && (await claimEvent({ deed: `formulaire ${viewId} ${view.hash}`, ...names }, context)))
          await after();
      } catch (error) {
        if (!isAcked) await ack();
        await tellTrouble(error, { user: user.id }, parole, context);
      }
    });
  }
}
