import { randomInt } from 'node:crypto';
import { BotError } from '#corpus/law/bot-error.ts';
import { toDonnee } from '#corpus/law/message.ts';
import { type Incident, toIncident } from '../tell-error.ts';
import type { Destination, OutgoingMessage } from './outgoing/slack-sender.ts';
import { renderSentence } from './render-blocks.ts';
import type { SlackContext } from './slack-context.ts';

/** Codes of failures that leave no way to the person: the token is refused, or Slack is away. */
const UNREACHABLE: ReadonlySet<string> = new Set(['ERR_SLACK_JETON', 'ERR_SLACK_INJOIGNABLE', 'ERR_SLACK_ARRET']);

/** Letters of a reference: none is a Roman numeral, so that no reference can be read as a number. */
const LETTERS = 'BFGHJKNPQRSTWZ';

/** Notes what went wrong, and gives the sentence to tell the person. */
export function noteIncident(error: unknown, { journal, say }: Pick<SlackContext, 'journal' | 'say'>): OutgoingMessage {
  const incident: Incident = { ...toIncident(error), reference: drawReference() };
  journal(incident);
  const reference = toDonnee(incident.reference ?? '');
  return renderSentence(say('slack-incident', { reference, code: toDonnee(incident.code) }));
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
  const { sender, journal, say } = context;
  const code = error instanceof BotError ? error.code : '';
  if (UNREACHABLE.has(code)) return journal(toIncident(error));
  try {
    if (code !== 'ERR_SLACK_CANAL') {
      await sender.post(noteIncident(error, context), to);
      return;
    }
    journal(toIncident(error));
    await sender.post(renderSentence(say('slack-canal-ferme')), { channel: user, id: to.id });
  } catch (failure) {
    journal(toIncident(failure));
  }
}

function drawReference(): string {
  return Array.from({ length: 6 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
