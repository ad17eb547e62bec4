import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { Say } from '../slack-context.ts';

/** Takes the place of a form that carries nothing of ours: one sentence. */
export function renderLost(say: Say): OutgoingObject {
  return {
    response_action: 'update',
    view: {
      type: 'modal',
      title: toPlainText(say('agent-perdu-titre')),
      close: toPlainText(say('agent-fermer')),
      blocks: [{ type: 'section', text: toPlainText(say('agent-bouton-perdu')) }],
    },
  };
}
