import type { App } from '@slack/bolt';
import type { SlackContext } from '../slack-context.ts';
import { listenToAccueil } from './accueil.ts';
import { listenToMentions } from './app-mention.ts';
import { listenToCommand } from './cpts-command.ts';
import { listenToDirectMessages } from './direct-message.ts';
import { listenToProfil } from './profil.ts';
import { listenToShare } from './share-button.ts';

/** Every surface of Slack, one file each. */
export function registerListeners(app: App, context: SlackContext): void {
  listenToMentions(app, context);
  listenToDirectMessages(app, context);
  listenToCommand(app, context);
  listenToShare(app, context);
  listenToProfil(app, context);
  listenToAccueil(app, context);
}
