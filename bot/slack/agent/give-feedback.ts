import { toIncident } from '#bot/tell-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { renderLost } from '../modal/render-lost.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { Say, SlackContext } from '../slack-context.ts';
import { COMMENT_FIELD, COMMENT_VIEW, type Verdict } from './feedback-value.ts';

/** A click on one of the two buttons. */
export type FeedbackClick = Verdict & {
  readonly user: string;
  readonly channel: string;
  readonly threadTs: string;
  readonly triggerId: string;
};

/** Characters that a comment may hold. */
const MOST = 1000;

/** Keeps what a person thought of an answer, thanks her alone, and lets her say what was missing. */
export async function giveFeedback(click: FeedbackClick, context: SlackContext): Promise<void> {
  const { verdict, answerId, user, channel, threadTs, triggerId } = click;
  const { sender, store, team, now, sayIn, findLang, journal } = context;
  const say = sayIn(await findLang(user));
  if ((await store.readAnswer(team, answerId))?.channel !== channel) {
    return sender.postEphemeral(renderSentence(say('agent-pourquoi-oubliee')), { channel, user, threadTs });
  }
  // The window first: a click opens one for three seconds.
  const opening =
    verdict === 'utile'
      ? undefined
      : sender.openView(renderComment(answerId, say), triggerId).catch((error: unknown) => error);
  await store.saveFeedback(team, { verdict, answerId, user, at: now() });
  const failure = await opening;
  // She is thanked in any case: what she may add is hers to choose.
  if (failure instanceof Error) journal(toIncident(failure));
  await sender.postEphemeral(renderSentence(say('agent-merci')), { channel, user, threadTs });
}

/** A comment that was sent. */
export type Comment = { readonly answerId: string; readonly user: string; readonly text: string };

/** Keeps a comment; gives what to show when it may not be kept: the error under the field, or a sentence. */
export async function giveComment(
  { answerId, user, text }: Comment,
  { store, team, now, sayIn, findLang, assembly }: SlackContext,
): Promise<OutgoingObject | undefined> {
  const comment = text.trim();
  const say = sayIn(await findLang(user));
  const problem = findProblem(comment, say, assembly.pipeline.comprehension.findRefus(comment) !== undefined);
  if (problem) return { response_action: 'errors', errors: { [COMMENT_FIELD]: toVisible(problem) } };
  if (comment === '') return undefined;
  const isKept = await store.saveFeedback(team, { verdict: 'pas-utile', answerId, user, comment, at: now() });
  return isKept ? undefined : renderLost(say);
}

function findProblem(comment: string, say: Say, isRefused: boolean): LicensedText | undefined {
  if (comment.length > MOST) return say('agent-commentaire-long', { most: { kind: 'nombre', valeur: MOST } });
  // Nothing about a patient is ever kept.
  return isRefused ? say('agent-commentaire-patient') : undefined;
}

function renderComment(answerId: string, say: Say): OutgoingObject {
  const field = { type: 'plain_text_input', action_id: COMMENT_FIELD, multiline: true };
  return {
    type: 'modal',
    callback_id: COMMENT_VIEW,
    private_metadata: answerId,
    title: toPlainText(say('agent-commentaire-titre')),
    submit: toPlainText(say('agent-commentaire-envoyer')),
    close: toPlainText(say('agent-fermer')),
    blocks: [
      {
        type: 'input',
        block_id: COMMENT_FIELD,
        optional: true,
        label: toPlainText(say('agent-commentaire-question')),
        hint: toPlainText(say('agent-commentaire-aide')),
        element: field,
      },
    ],
  };
}
