import { toIncident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { SlackContext } from '../slack-context.ts';
import { sayIncident } from '../tell-incident.ts';
import { drawLetters } from '../to-letters.ts';

/** Tells a person, in her own conversation with the bot, why the window that she asked for does not open. */
export async function tellWindowTrouble(error: unknown, user: string, context: SlackContext): Promise<void> {
  const { sender, journal, sayIn, findLang, team } = context;
  const code = error instanceof BotError ? error.code : '';
  // The person has closed the window: there is nothing to tell, and nobody to tell it to.
  if (code === 'ERR_SLACK_FENETRE') return journal(toIncident(error));
  try {
    const say = sayIn(await findLang(user));
    const told =
      code === 'ERR_SLACK_TROP_TARD' ? say('profil-ouverture') : sayIncident('slack-incident', error, { journal, say });
    if (code === 'ERR_SLACK_TROP_TARD') journal(toIncident(error));
    await sender.post(renderSentence(told), { channel: user, id: toMessageId('fenetre', team, user, drawLetters(8)) });
  } catch (failure) {
    journal(toIncident(failure));
  }
}
