import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { Say } from '../slack-context.ts';

/** Name of the click that leads back to the profile. */
const RETOUR_ACTION = 'profil-retour';

/** The way back to the profile from one of its forms. */
export function renderRetour(say: Say): OutgoingObject {
  const button = { type: 'button', action_id: RETOUR_ACTION, text: toPlainText(say('profil-retour')) };
  return { type: 'actions', elements: [button] };
}
