import { z } from 'zod';
import { reopenAnswer } from '../agent/reopen-answer.ts';
import { findParole } from '../commandes/parler.ts';
import { renderTold } from '../commandes/render-messages.ts';
import { tellAsker, tellTrouble } from '../commandes/tell-asker.ts';
import { toVisible } from '../outgoing/outgoing.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import { renderDelivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { postShared } from '../works/post-shared.ts';
import { createKind, type WorkInHand } from '../works/work-kind.ts';
import type { HeardWork } from '../works/works.ts';
import { type EventNames, toNames } from './claim-event.ts';

/** What is kept of a click on « Partager » until it is done. */
const KeptShare = z.strictObject({
  channel: z.string(),
  user: z.string(),
  /** The reply that holds the button, seen by the asker alone. */
  messageTs: z.string(),
  /** Name of the kept answer. */
  value: z.string(),
  responseUrl: z.string(),
});
type KeptShare = z.infer<typeof KeptShare>;

/** A click on « Partager ». */
export type ShareClick = KeptShare & Pick<EventNames, 'envelopeId'>;

/** The click as a work to be kept: one for a message, however often its button is pressed. */
export function toShareWork({ envelopeId, ...payload }: ShareClick): HeardWork {
  const id = `partage ${payload.channel} ${payload.messageTs}`;
  return { kind: SHARE.name, id, names: toNames({ deed: id, envelopeId }), payload, user: payload.user };
}

/**
 * Shares an answer in the channel where it was asked, and tells the asker.
 * The answer is made again from what was kept of it, to the byte and without asking any model; over restarts too.
 */
export const SHARE = createKind({
  name: 'partage',
  payload: KeptShare,
  async run(click, hand, context) {
    const { say } = await findParole(click.user, context);
    const told = await share(click, hand, context);
    // Takes the place of the reply that held the button: saying it twice changes nothing.
    await tellAsker(renderTold(say(told)), click, context, { replace_original: true });
  },
  async tell(error, click, context) {
    await tellTrouble(error, click, await findParole(click.user, context), context);
  },
});

/** Shares what was kept, or says why it cannot be. */
async function share(click: KeptShare, hand: WorkInHand, context: SlackContext) {
  const reopened = await hand.attempt(() => reopenAnswer(click.value, context, click.channel));
  if (reopened.kind === 'changed') return 'commandes-partage-change';
  if (reopened.kind === 'absent') return 'slack-partage-impossible';
  const { answer, question } = reopened;
  const { lang } = answer;
  const [first, ...others] = renderDelivery(answer, context);
  const delivery = [addAsker(first, click.user, question.text, context.sayIn(lang)), ...others] as const;
  await postShared({ ...click, name: 'partage', delivery, lang }, hand, context);
  return 'slack-partage';
}

/** Who asked, and her words as she wrote them: the others of the channel have seen neither. */
function addAsker(message: OutgoingMessage, user: string, text: string, say: SlackContext['say']): OutgoingMessage {
  const echo = { kind: 'question', text, start: 0, end: text.length } as const;
  const asked = say('slack-a-demande', { question: echo });
  const line = {
    type: 'rich_text_section',
    elements: [
      { type: 'user', user_id: user },
      { type: 'text', text: toVisible([' ', ...asked]) },
    ],
  };
  return { ...message, blocks: [{ type: 'rich_text', elements: [line] }, ...message.blocks] };
}
