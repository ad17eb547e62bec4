import { BotError } from '#corpus/law/bot-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import { type Incident, toIncident } from '../tell-error.ts';
import type { Destination, OutgoingMessage } from './outgoing/slack-sender.ts';
import { renderSentence } from './render/render-blocks.ts';
import type { SlackContext } from './slack-context.ts';
import { drawLetters } from './to-letters.ts';

/** Codes of failures that leave no way to the person: the token is refused, or Slack is away. */
const UNREACHABLE: ReadonlySet<string> = new Set(['ERR_SLACK_JETON', 'ERR_SLACK_INJOIGNABLE', 'ERR_SLACK_ARRET']);

/** Letters of a reference that a person can dictate. */
const REFERENCE_LETTERS = 6;

/** Notes what went wrong, and gives the sentence to tell the person. */
export function noteIncident(error: unknown, context: Pick<SlackContext, 'journal' | 'say'>): OutgoingMessage {
  return renderSentence(sayIncident('slack-incident', error, context));
}

/** Notes what went wrong, and tells it in a sentence that names the incident by its reference and its code. */
export function sayIncident(
  code: string,
  error: unknown,
  { journal, say }: Pick<SlackContext, 'journal' | 'say'>,
): LicensedText {
  const reference = drawLetters(REFERENCE_LETTERS);
  const incident = { ...toIncident(error), reference };
  journal(incident);
  return say(code, { reference: toDonnee(reference), code: toDonnee(incident.code) });
}

/**
 * Notes what went wrong with an answer and tells the person when there is a way: in the thread, or to her alone when
 * the bot may not write there.
 */
export async function tellIncident(
  error: unknown,
  to: Destination,
  user: string,
  context: SlackContext,
): Promise<void> {
  const { sender, say, team } = context;
  const place = { team, channel: to.channel, ...(to.threadTs !== undefined && { ts: to.threadTs }) };
  const journal = (incident: Incident) => context.journal({ ...incident, ...place });
  const code = error instanceof BotError ? error.code : '';
  if (UNREACHABLE.has(code)) return journal(toIncident(error));
  try {
    if (code !== 'ERR_SLACK_CANAL') {
      await sender.post(noteIncident(error, { journal, say }), to);
      return;
    }
    journal(toIncident(error));
    await sender.post(renderSentence(say('slack-canal-ferme')), { channel: user, id: to.id });
  } catch (failure) {
    journal(toIncident(failure));
  }
}
