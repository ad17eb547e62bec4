import { BotError } from '#corpus/law/bot-error.ts';

/**
 * An address that came from outside: it may only lead to Slack.
 * @throws {BotError} ERR_SLACK_ADRESSE when it leads elsewhere
 */
export function checkAddress(address: string, origins: ReadonlySet<string>): URL {
  const url = URL.parse(address);
  if (url && origins.has(url.origin)) return url;
  throw new BotError(
    'ERR_SLACK_ADRESSE',
    "l'adresse de réponse reçue ne mène pas à Slack",
    'Rien ne lui est envoyé. Vérifiez SLACK_API_URL et le secret de signature.',
  );
}
