import type { App } from '@slack/bolt';
import { z } from 'zod';
import { publishAccueil } from '../accueil/publish-accueil.ts';
import { renderLost } from '../modal/render-lost.ts';
import { Values } from '../modal/saisie.ts';
import { sealViewReply } from '../modal/seal-view-reply.ts';
import { clickProfil, type ProfilClick } from '../profil/click-profil.ts';
import { submitProfil } from '../profil/submit-profil.ts';
import { tellWindowTrouble } from '../profil/tell-window-trouble.ts';
import { parsePlace } from '../profil/view-place.ts';
import type { SlackContext } from '../slack-context.ts';

/** What we read of a form that was sent. */
const Sent = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: Values }),
  }),
});

/** What we read of a click in a modal, or in the home. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  view: z.object({ id: z.string(), type: z.string(), private_metadata: z.string().default('') }).optional(),
  actions: z.tuple([z.object({ action_id: z.string(), value: z.string().optional() })]),
});

/** The forms of profiles, and the clicks in their views and on what leads to them. */
export function listenToProfil(app: App, context: SlackContext): void {
  app.view(/^profil-/, async ({ ack, body }) => {
    const sent = Sent.safeParse(body);
    const place = sent.success ? parsePlace(sent.data.view.private_metadata) : undefined;
    if (!sent.success) return ack();
    const { user, view } = sent.data;
    if (!place) return ack(sealViewReply(renderLost(context.sayIn(await context.findLang(user.id))), context.sender));
    const form = { view: view.callback_id, user: user.id, place, values: view.state.values };
    const { reply, changed } = await submitProfil(form, context);
    await ack(reply);
    if (changed) await publishAccueil(user.id, context);
  });
  app.action(/^profil-/, async ({ ack, body }) => {
    await ack();
    const click = readClick(body);
    if (!click) return;
    try {
      if (await clickProfil(click, context)) await publishAccueil(click.user, context);
    } catch (error) {
      await tellWindowTrouble(error, click.user, context);
    }
  });
}

function readClick(body: unknown): ProfilClick | undefined {
  const click = Click.safeParse(body);
  if (!click.success) return undefined;
  const { user, trigger_id: triggerId, view, actions } = click.data;
  const inModal = view?.type === 'modal';
  return {
    action: actions[0].action_id,
    value: actions[0].value,
    user: user.id,
    place: inModal ? parsePlace(view.private_metadata) : undefined,
    window: inModal ? { viewId: view.id } : { triggerId },
  };
}
