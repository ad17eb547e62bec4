import type { App } from '@slack/bolt';
import { z } from 'zod';
import { findDay } from '#bot/find-today.ts';
import type { Clic } from '../commandes/clic.ts';
import type { Comptoir } from '../commandes/comptoir.ts';
import { doClic } from '../commandes/do-clic.ts';
import { AGENDA_ACTION, CALENDRIER_ACTION } from '../commandes/echeances.ts';
import { MISSIONS_ACTION } from '../commandes/estimation/form-financement.ts';
import { refreshForm } from '../commandes/estimation/refresh-form.ts';
import { ESTIMATION_ACTIONS } from '../commandes/estimation/render-resultat.ts';
import { toPartageWork } from '../commandes/estimation/share-estimation.ts';
import { OUBLIER_ACTION } from '../commandes/oublier.ts';
import { findParole } from '../commandes/parler.ts';
import { PROCHE_ACTION } from '../commandes/run-commande.ts';
import { tellTrouble } from '../commandes/tell-asker.ts';
import { PAGE_ACTIONS } from '../commandes/verdicts.ts';
import { Values } from '../modal/saisie.ts';
import { claimEvent } from '../questions/claim-event.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { readNames } from './read-names.ts';
import { receiveShare } from './receive-share.ts';

/** What we read of a click, in a message or in a window. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ message_ts: z.string().optional() }).optional(),
  view: z
    .object({
      id: z.string(),
      private_metadata: z.string().default(''),
      state: z.object({ values: Values }).optional(),
    })
    .optional(),
  actions: z.tuple([z.object({ action_id: z.string(), value: z.string().optional() })]),
});
type Click = z.infer<typeof Click>;

const { partager, ...others } = ESTIMATION_ACTIONS;
const ACTIONS = [
  ...Object.values(others),
  ...Object.values(PAGE_ACTIONS),
  AGENDA_ACTION,
  CALENDRIER_ACTION,
  OUBLIER_ACTION,
  PROCHE_ACTION,
];

/** Two clicks closer than this are one, in milliseconds. */
const TWICE_MS = 2000;

/** The buttons under what commands answer, and those of their windows. */
export function listenToCommandButtons(app: App, context: SlackContext, works: Works, comptoir: Comptoir): void {
  const isTwice = createGuard(context.now);
  app.action(partager, async ({ ack, body, context: { envelopeId } }) => {
    const click = Click.safeParse(body);
    const clic = click.success ? toClic(click.data, envelopeId) : undefined;
    const work = clic && toPartageWork(clic);
    if (!work) return ack();
    await receiveShare({ work, triggerId: clic.triggerId, to: clic }, () => ack(), { works, context });
  });
  for (const action of ACTIONS) {
    app.action(action, async ({ ack, body, context: { envelopeId } }) => {
      await ack();
      const click = Click.safeParse(body);
      if (!click.success) return;
      const clic = toClic(click.data, envelopeId);
      const { user, messageTs = clic.viewId ?? '' } = clic;
      if (isTwice(`${user} ${messageTs} ${action} ${clic.value}`)) return;
      if (!(await claimEvent({ deed: `clic ${clic.triggerId}`, envelopeId: clic.envelopeId }, context))) return;
      await doSafely(clic, comptoir, context);
    });
  }
  app.action(MISSIONS_ACTION, async ({ ack, body }) => {
    await ack();
    const { view, user } = Click.safeParse(body).data ?? {};
    if (!view?.state || !user) return;
    const shown = { viewId: view.id, metadata: view.private_metadata, values: view.state.values };
    await refreshForm(shown, await findParole(user.id, context), context);
  });
}

async function doSafely(clic: Clic, comptoir: Comptoir, context: SlackContext): Promise<void> {
  const parole = await findParole(clic.user, context);
  try {
    await doClic(clic, { ...comptoir, context, parole, today: findDay(context.now()) });
  } catch (error) {
    await tellTrouble(error, clic, parole, context);
  }
}

function toClic(
  { user, trigger_id, response_url, channel, container, view, actions }: Click,
  envelopeId: unknown,
): Clic {
  const [{ action_id: action, value }] = actions;
  return {
    action,
    value,
    user: user.id,
    triggerId: trigger_id,
    responseUrl: response_url,
    channel: channel?.id,
    messageTs: container?.message_ts,
    viewId: view?.id,
    envelopeId: readNames({}, envelopeId).envelopeId,
  };
}

/** Whether the same thing was just clicked: a double click opens one window and sends one file. */
function createGuard(now: () => number): (name: string) => boolean {
  const recent = new Map<string, number>();
  return (name) => {
    for (const [key, at] of recent) if (now() - at > TWICE_MS) recent.delete(key);
    if (recent.has(name)) return true;
    recent.set(name, now());
    return false;
  };
}
