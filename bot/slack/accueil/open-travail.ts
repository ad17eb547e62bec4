import { findDay } from '#bot/find-today.ts';
import { renderForm } from '../commandes/form-financement.ts';
import { findParole, type Parole } from '../commandes/parler.ts';
import { NO_ARGUMENTS } from '../commandes/read-arguments.ts';
import { toDemande } from '../commandes/to-demande.ts';
import { renderTexteForm } from '../commandes/verifier.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import { findProfil } from '../profil/find-profil.ts';
import type { SlackContext } from '../slack-context.ts';
import { TRAVAUX, type Travail } from './render-accueil.ts';

/** A click on one of the common jobs of the home. */
export type TravailAsked = { readonly travail: string; readonly user: string; readonly triggerId: string };

/**
 * Opens a job of the home: its form when it has one, else how it is done in a conversation.
 * @throws {BotError} ERR_SLACK_TROP_TARD when the click is too old
 */
export async function openTravail({ travail, user, triggerId }: TravailAsked, context: SlackContext): Promise<void> {
  const known = TRAVAUX.find((one) => one === travail);
  if (!known) return;
  const parole = await findParole(user, context);
  await context.sender.openView(await renderTravail(known, parole, context), triggerId);
}

async function renderTravail(travail: Travail, parole: Parole, context: SlackContext): Promise<OutgoingObject> {
  if (travail === 'verifier') return renderTexteForm(parole);
  if (travail === 'financement') {
    // The home stands in no channel: the profile is that of the workspace, and the result comes in a direct message.
    const demande = toDemande(NO_ARGUMENTS, await findProfil('', context), findDay(context.now()));
    return renderForm({ demande, retour: {} }, [], parole);
  }
  const { say } = parole;
  return {
    type: 'modal',
    title: toPlainText(say(`accueil-travail-${travail}`)),
    close: toPlainText(say('profil-fermer')),
    blocks: [{ type: 'section', text: toPlainText(say(`accueil-comment-${travail}`)) }],
  };
}
