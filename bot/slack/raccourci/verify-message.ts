import type { Atelier } from '../commandes/recue.ts';
import { renderWindow, toParts } from '../commandes/render-messages.ts';
import { renderVerdictsView, renderVerificationView, verifyTexte } from '../commandes/verdicts.ts';
import { listMessageTexts } from './list-message-texts.ts';

/** Name of the shortcut « Vérifier les chiffres », as `manifest.json` declares it. */
export const VERIFIER_RACCOURCI = 'verifier-chiffres';

/** The shortcut on a message: what the message holds, and the trigger that opens one window within three seconds. */
export type RaccourciVerifier = { readonly triggerId: string; readonly message: unknown };

/**
 * Opens a window at once, then fills it with the verdict of each figure of the message; nobody else sees it.
 * @throws {BotError} ERR_SLACK_TROP_TARD when the window could not be opened in time
 */
export async function verifyMessage({ triggerId, message }: RaccourciVerifier, atelier: Atelier): Promise<void> {
  const { context, parole, textes, verify, today } = atelier;
  const { sender, botUserId } = context;
  const waiting = renderWindow(toParts({ enonces: [parole.say('raccourci-travail')] }), parole);
  const viewId = await sender.openView(renderVerificationView(waiting, parole), triggerId);
  const text = listMessageTexts(message, botUserId).join('\n');
  if (text === '') {
    const empty = renderWindow(toParts({ enonces: [parole.say('raccourci-sans-texte')] }), parole);
    return sender.updateView(renderVerificationView(empty, parole), viewId);
  }
  const texte = verifyTexte(text, today, verify);
  await sender.updateView(renderVerdictsView(texte, textes.keep(texte), 0, parole), viewId);
}
