import { App, type Logger, type Receiver, type webApi } from '@slack/bolt';
import { BotError } from '#corpus/law/bot-error.ts';
import { toIncident } from '../tell-error.ts';
import type { Identity } from './connection/find-identity.ts';
import type { SlackParts } from './slack-parts.ts';

/** What the application is built with. */
export type AppTools = {
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
};

/** Builds Bolt's application: it takes what comes from our workspace, and acknowledges the rest without a word. */
export function createApp(
  { receiver, botToken, clientOptions, logger }: AppTools,
  { team, botUserId, botId }: Identity,
  { journal }: Pick<SlackParts, 'journal'>,
): App {
  const app = new App({
    receiver,
    logger,
    clientOptions: { ...clientOptions },
    convoStore: false,
    async authorize({ teamId }) {
      if (teamId === team) return { botToken, botUserId, botId, teamId };
      throw new BotError(
        'ERR_SLACK_ESPACE',
        "une demande vient d'un espace de travail où ce bot n'est pas installé",
        "Elle est laissée sans réponse. Installez le bot dans cet espace s'il doit y répondre.",
      );
    },
  });
  app.error(async (error) => journal(toIncident(findOwn(error))));
  return app;
}

/** Our own error, when Bolt has wrapped it in one of its own. */
function findOwn(error: Error & { readonly original?: unknown }): unknown {
  return error.original instanceof BotError ? error.original : error;
}
