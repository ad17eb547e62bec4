import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { TRAVAUX } from './render-accueil.ts';

/** A click on one of the common jobs of the home. */
export type TravailAsked = { readonly travail: string; readonly user: string; readonly triggerId: string };

/**
 * Opens a job of the home: tells how it is done in a conversation.
 * @throws {BotError} ERR_SLACK_TROP_TARD when the click is too old
 */
export async function openTravail({ travail, user, triggerId }: TravailAsked, context: SlackContext): Promise<void> {
  const known = TRAVAUX.find((one) => one === travail);
  if (!known) return;
  const say = context.sayIn(await context.findLang(user));
  const view: OutgoingObject = {
    type: 'modal',
    title: toPlainText(say(`accueil-travail-${known}`)),
    close: toPlainText(say('profil-fermer')),
    blocks: [{ type: 'section', text: toPlainText(say(`accueil-comment-${known}`)) }],
  };
  await context.sender.openView(view, triggerId);
}
