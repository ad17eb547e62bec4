import type { App } from '@slack/bolt';
import { z } from 'zod';
import { openCalendrier } from '../accueil/open-calendrier.ts';
import { openTravail } from '../accueil/open-travail.ts';
import { publishAccueil } from '../accueil/publish-accueil.ts';
import { CALENDRIER_ACTION, TRAVAIL_HEAD } from '../accueil/render-accueil.ts';
import type { Comptoir } from '../commandes/comptoir.ts';
import { tellWindowTrouble } from '../profil/tell-window-trouble.ts';
import type { SlackContext } from '../slack-context.ts';

/** What we read of the opening of the application: the tab of messages is another matter. */
const Opened = z.object({ user: z.string(), tab: z.literal('home') });

/** What we read of a click in the home. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  actions: z.tuple([z.object({ action_id: z.string(), value: z.string().optional() })]),
});

const Page = z.coerce.number().int().nonnegative();

/** The home of the application: shown when it is opened, and its buttons. */
export function listenToAccueil(app: App, context: SlackContext, comptoir: Comptoir): void {
  app.event('app_home_opened', async ({ event }) => {
    const opened = Opened.safeParse(event);
    if (opened.success) await publishAccueil(opened.data.user, context);
  });
  app.action(/^accueil-page-/, async ({ ack, body }) => {
    await ack();
    const click = Click.safeParse(body);
    const page = Page.safeParse(click.data?.actions[0].value);
    if (click.success && page.success) await publishAccueil(click.data.user.id, context, page.data);
  });
  app.action(/^accueil-travail-/, async ({ ack, body }) => {
    await ack();
    const click = Click.safeParse(body);
    if (!click.success) return;
    const { user, trigger_id: triggerId, actions } = click.data;
    try {
      const travail = actions[0].action_id.slice(TRAVAIL_HEAD.length);
      await openTravail({ travail, profil: actions[0].value, user: user.id, triggerId }, comptoir, context);
    } catch (error) {
      await tellWindowTrouble(error, user.id, context);
    }
  });
  app.action(CALENDRIER_ACTION, async ({ ack, body }) => {
    await ack();
    const click = Click.safeParse(body);
    if (!click.success) return;
    const { user, trigger_id: triggerId, actions } = click.data;
    try {
      await openCalendrier({ profil: actions[0].value ?? '', user: user.id, triggerId }, context);
    } catch (error) {
      await tellWindowTrouble(error, user.id, context);
    }
  });
}
