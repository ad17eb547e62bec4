import type { ViewResponseAction } from '@slack/bolt';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { SlackSender } from '../outgoing/slack-sender.ts';

/**
 * The answer to a form that was sent, through the gate, as Bolt takes it.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE, ERR_CHAMP_SLACK
 */
export function sealViewReply(reply: OutgoingObject, { seal }: Pick<SlackSender, 'seal'>): ViewResponseAction {
  // What the gate gives back is JSON; Bolt wants the names of the keys, which the tests check against the fake Slack.
  return seal(reply) as unknown as ViewResponseAction;
}
