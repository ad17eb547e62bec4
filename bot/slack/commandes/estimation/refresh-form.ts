import { openSaisie, type Values } from '#bot/slack/modal/saisie.ts';
import type { SlackContext } from '#bot/slack/slack-context.ts';
import { toIncident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Parole } from '../parler.ts';
import { parsePorte, renderForm } from './form-financement.ts';
import { readForm } from './read-form.ts';

/** The form of an estimate as it stands on the screen. */
export type FormShown = { readonly viewId: string; readonly metadata: string; readonly values: Values };

/** Shows a field for each mission that was just ticked; what is written elsewhere stays. */
export async function refreshForm({ viewId, metadata, values }: FormShown, parole: Parole, context: SlackContext) {
  const porte = parsePorte(metadata);
  if (!porte) return;
  // What cannot be read yet is told when the form is sent: Slack keeps the words of a field that is still there.
  const { demande } = readForm(openSaisie(values), porte.demande, parole.referentiel.parametres);
  try {
    await context.sender.updateView(renderForm({ ...porte, demande }, [], parole), viewId);
  } catch (error) {
    // Closed in the meantime: there is nobody to tell.
    if (!(error instanceof BotError && error.code === 'ERR_SLACK_FENETRE')) throw error;
    context.journal(toIncident(error));
  }
}
