import type { App } from '@slack/bolt';
import { z } from 'zod';
import { findParole, type Parole } from '../commandes/parler.ts';
import { tellTrouble } from '../commandes/tell-asker.ts';
import { ARRETER_ACTION, REGLAGES_VIEW } from '../digest/reglages-form.ts';
import { APERCU_VIEW, type DigestSent, stopDigest, submitApercu, submitReglages } from '../digest/run-digest.ts';
import { Values } from '../modal/saisie.ts';
import { sealViewReply } from '../modal/seal-view-reply.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';

/** What we read of a form that was sent. */
const Sent = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ private_metadata: z.string().default(''), state: z.object({ values: Values }) }),
});

/** What we read of a click in the form. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ id: z.string() }),
  actions: z.tuple([z.object({ value: z.string() })]),
});

type Submit = (sent: DigestSent, parole: Parole, context: SlackContext) => Promise<OutgoingObject>;

const FORMS: readonly (readonly [view: string, submit: Submit])[] = [
  [REGLAGES_VIEW, submitReglages],
  [APERCU_VIEW, submitApercu],
];

/** The forms of `/cpts digest`, and the button that stops one. */
export function listenToDigest(app: App, context: SlackContext): void {
  for (const [view, submit] of FORMS) {
    app.view(view, async ({ ack, body }) => {
      const sent = Sent.safeParse(body);
      if (!sent.success) return ack();
      const { user, view: filled } = sent.data;
      const parole = await findParole(user.id, context);
      try {
        const { private_metadata: metadata, state } = filled;
        const reply = await submit({ metadata, user: user.id, values: state.values }, parole, context);
        await ack(sealViewReply(reply, context.sender));
      } catch (error) {
        await ack();
        await tellTrouble(error, { user: user.id }, parole, context);
      }
    });
  }
  app.action(ARRETER_ACTION, async ({ ack, body }) => {
    await ack();
    const click = Click.safeParse(body);
    if (!click.success) return;
    const { user, view, actions } = click.data;
    const parole = await findParole(user.id, context);
    try {
      await stopDigest({ value: actions[0].value, user: user.id, viewId: view.id }, parole, context);
    } catch (error) {
      await tellTrouble(error, { user: user.id }, parole, context);
    }
  });
}
