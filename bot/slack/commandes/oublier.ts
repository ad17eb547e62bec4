import { toPlainText } from '../outgoing/outgoing.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Parole } from './parler.ts';
import { addActions, renderTold } from './render-messages.ts';

/** Name of the click that confirms. */
export const OUBLIER_ACTION = 'oublier-confirmer';

/** `/cpts oublier`: says what will be forgotten, and asks to confirm. */
export function runOublier({ say }: Parole): Delivery {
  const button = {
    type: 'button',
    action_id: OUBLIER_ACTION,
    style: 'danger',
    text: toPlainText(say('commandes-oublier-bouton')),
    value: 'moi',
  };
  return addActions(renderTold(say('commandes-oublier')), [button]);
}

/** Forgets the words of the person who clicked: nobody can ask it for another. */
export async function forget(user: string, { say }: Parole, { store, team }: SlackContext) {
  await store.forgetPerson(team, user);
  return renderSentence(say('commandes-oublie'));
}
