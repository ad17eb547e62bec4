import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { findDay } from '#bot/find-today.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { Comptoir } from '../commandes/comptoir.ts';
import type { CommandeLue } from '../commandes/lecture/read-commande.ts';
import { findParole } from '../commandes/parler.ts';
import type { Atelier, CommandeRecue } from '../commandes/recue.ts';
import { readTyped, runCommande } from '../commandes/run-commande.ts';
import { tellAsker, tellTrouble, toTrouble } from '../commandes/tell-asker.ts';
import { toCommandWork } from '../questions/answer-command.ts';
import { claimEvent } from '../questions/claim-event.ts';
import { toQuestionText } from '../questions/to-question-text.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Acknowledge } from '../works/work-kind.ts';
import type { Works } from '../works/works.ts';
import { readNames } from './read-names.ts';

/** How long an answer is waited for before the command is acknowledged without it. */
const ACK_MS = 2000;

/** `/cpts`: a command, or a question; answered to the asker alone. */
export function listenToCommand(app: App, context: SlackContext, works: Works, comptoir: Comptoir): void {
  app.command('/cpts', async ({ command, ack, context: { envelopeId } }) => {
    const { text, trigger_id: triggerId, response_url: responseUrl, user_id: user, channel_id: channel } = command;
    const names = { envelopeId: readNames({}, envelopeId).envelopeId };
    const asked = { text, triggerId, responseUrl, user, channel, ...names };
    const today = findDay(context.now());
    const lue = readTyped(toQuestionText(text, context.botUserId), { ...comptoir, today });
    if (lue.kind === 'question') {
      await works.receive(await toCommandWork(asked, context), (reply) => ack(reply));
      return;
    }
    if (!(await claimEvent({ deed: `commande ${triggerId}`, ...names }, context))) return ack();
    const atelier = { ...comptoir, context, today, parole: await findParole(user, context) };
    await answer(lue, { user, channel, triggerId, responseUrl }, atelier, (reply) => ack(reply));
  });
}

/** The acknowledgement carries the answer when it is one message and is ready in time. */
async function answer(
  lue: Exclude<CommandeLue, { readonly kind: 'question' }>,
  recue: Omit<CommandeRecue, 'suite'>,
  atelier: Atelier,
  acknowledge: Acknowledge,
): Promise<void> {
  const { context, parole } = atelier;
  const made = runCommande(lue, recue, atelier).then(
    (delivery) => sealed(delivery, atelier),
    (error: unknown) => toTrouble(error, parole, context),
  );
  const early = await Promise.race([made.then((delivery) => ({ delivery })), wait(ACK_MS, undefined, { ref: false })]);
  const [only, ...others] = early?.delivery ?? [];
  const isWhole = only !== undefined && others.length === 0;
  try {
    await acknowledge(isWhole ? context.sender.seal({ response_type: 'ephemeral', ...only }) : undefined);
    if (isWhole) return;
  } catch (error) {
    // The connection went while we answered: the answer address still leads to the person.
    context.journal(toIncident(error));
  }
  const delivery = await made;
  if (!delivery) return;
  await tellAsker(delivery, recue, context).catch((error: unknown) => tellTrouble(error, recue, parole, context));
}

/** What the gate would stop is told as an incident. */
function sealed(delivery: Delivery | undefined, { context, parole }: Atelier): Delivery | undefined {
  try {
    for (const message of delivery ?? []) context.sender.seal(message);
    return delivery;
  } catch (error) {
    return toTrouble(error, parole, context);
  }
}
