import { BotError } from '#corpus/law/bot-error.ts';
import type { Env } from '../env.ts';
import type { SlackSettings } from './slack-parts.ts';

/**
 * The settings of the connection; undefined when no token is given, and the bot then talks in the terminal.
 * @throws {BotError} ERR_REGLAGE when only half of what a connection needs is given
 */
export function findSlackSettings(env: Env): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const { SLACK_API_URL: apiUrl, PORT: port, HOST: host } = env;
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) return undefined;
  if (botToken !== undefined && appToken !== undefined) return { mode: 'socket', botToken, apiUrl, appToken };
  if (botToken !== undefined && signingSecret !== undefined) {
    return { mode: 'http', botToken, apiUrl, signingSecret, port, host };
  }
  const missing = botToken === undefined ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN, ou SLACK_SIGNING_SECRET';
  throw new BotError(
    'ERR_REGLAGE',
    `Réglage incomplet : il manque ${missing} pour se connecter à Slack`,
    'Voyez .env.example ; laissez tous les jetons vides pour parler avec le bot dans le terminal.',
  );
}
