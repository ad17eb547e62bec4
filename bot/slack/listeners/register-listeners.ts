import type { App } from '@slack/bolt';
import { createComptoir } from '../commandes/comptoir.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';
import { listenToAccueil } from './accueil.ts';
import { listenToAgentView } from './agent-view.ts';
import { listenToAnswerButtons } from './answer-buttons.ts';
import { listenToMentions } from './app-mention.ts';
import { listenToCommandButtons } from './commandes-buttons.ts';
import { listenToCommandForms } from './commandes-forms.ts';
import { listenToCommand } from './cpts-command.ts';
import { listenToDigest } from './digest.ts';
import { listenToDirectMessages } from './direct-message.ts';
import { listenToEcheances } from './echeance-buttons.ts';
import { listenToProfil } from './profil.ts';
import { listenToShare } from './share-button.ts';
import { listenToVerification } from './verification-shortcut.ts';

/** Every surface of Slack, one file each. */
export function registerListeners(app: App, context: SlackContext, works: Works): void {
  listenToMentions(app, context, works);
  listenToDirectMessages(app, context, works);
  const comptoir = createComptoir(context);
  listenToCommand(app, context, works, comptoir);
  listenToCommandButtons(app, context, works, comptoir);
  listenToCommandForms(app, context, comptoir);
  listenToVerification(app, context, comptoir);
  listenToShare(app, context, works);
  listenToProfil(app, context);
  listenToAccueil(app, context, comptoir);
  listenToAgentView(app, context);
  listenToAnswerButtons(app, context, works);
  listenToEcheances(app, context);
  listenToDigest(app, context);
}
