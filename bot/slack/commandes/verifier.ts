import { z } from 'zod';
import { toInput, toTextElement } from '../modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { Parole } from './parler.ts';
import type { Atelier, CommandeRecue } from './recue.ts';
import { addActions, renderMessages } from './render-messages.ts';
import { renderPageButtons, toVerdictParts, verifyTexte } from './verdicts.ts';

/** Name of the form that takes a text, and of its field. */
export const VERIFIER_VIEW = 'verifier-texte';
export const TEXTE_CHAMP = 'texte';

/** What turning a page carries. */
export const PageVoulue = z.strictObject({ id: z.string(), page: z.int().nonnegative() });

/** `/cpts verifier <texte>`: the verdict of each figure; without a text, a form to paste one. */
export async function runVerifier(
  { suite, triggerId }: CommandeRecue,
  { context, parole, today, textes, verify }: Atelier,
): Promise<Delivery | undefined> {
  if (suite === '') {
    await context.sender.openView(renderTexteForm(parole), triggerId);
    return undefined;
  }
  const texte = verifyTexte(suite, today, verify);
  const id = textes.keep(texte);
  return addActions(renderMessages(toVerdictParts(texte, 0, parole), parole), renderPageButtons(texte, id, 0, parole));
}

/** The form that takes a text. */
function renderTexteForm({ say }: Parole): OutgoingObject {
  const area = { ...toTextElement(undefined, say('commandes-verifier-exemple')), multiline: true };
  return {
    type: 'modal',
    callback_id: VERIFIER_VIEW,
    title: toPlainText(say('commandes-verifier-titre')),
    submit: toPlainText(say('commandes-verifier-bouton')),
    close: toPlainText(say('commandes-annuler')),
    blocks: [toInput({ champ: TEXTE_CHAMP, label: say('commandes-verifier-texte'), optional: false }, area)],
  };
}
