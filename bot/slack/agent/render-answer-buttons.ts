import type { Answer } from '#bot/answer/answer.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { Say, SlackContext } from '../slack-context.ts';
import { FEEDBACK_ACTION, renderVerdict } from './feedback-value.ts';
import { renderFollowUps } from './render-follow-ups.ts';
import { renderWhyPlace, WHY_ACTION } from './render-why.ts';

/** Under a kept answer: why its figures, what completes it, what was thought of it; nothing under small talk. */
export function renderAnswerButtons(
  answer: Answer,
  answerId: string,
  { assembly, sayIn }: Pick<SlackContext, 'assembly' | 'sayIn'>,
): readonly OutgoingObject[] {
  const { kind, sources, runs } = answer;
  if (kind === 'refused' || (kind === 'answered' && sources.length === 0 && runs.length === 0)) return [];
  const say = sayIn(answer.lang);
  const buttons = [
    ...(hasFigures(answer) ? [renderWhyButton(answerId, say)] : []),
    ...renderFollowUps(answer, answerId, { say, parametres: assembly.parametres }),
  ];
  return [
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []),
    { type: 'context_actions', elements: [renderFeedback(answerId, say)] },
  ];
}

/** A figure to explain comes from a text or a tool: what the asker wrote, and cannot be, has nothing behind it. */
function hasFigures({ enonces, sources, runs }: Answer): boolean {
  if (sources.length + runs.length === 0) return false;
  return enonces.some(({ enonce }) =>
    enonce.text.some((piece) => typeof piece !== 'string' && piece.origin.type !== 'interface'),
  );
}

function renderWhyButton(answerId: string, say: Say): OutgoingObject {
  const value = renderWhyPlace({ answerId, page: 0 });
  return { type: 'button', action_id: WHY_ACTION, text: toPlainText(say('agent-pourquoi')), value };
}

function renderFeedback(answerId: string, say: Say): OutgoingObject {
  return {
    type: 'feedback_buttons',
    action_id: FEEDBACK_ACTION,
    positive_button: {
      text: toPlainText(say('agent-utile')),
      accessibility_label: toVisible(say('agent-utile-lu')),
      value: renderVerdict({ verdict: 'utile', answerId }),
    },
    negative_button: {
      text: toPlainText(say('agent-pas-utile')),
      accessibility_label: toVisible(say('agent-pas-utile-lu')),
      value: renderVerdict({ verdict: 'pas-utile', answerId }),
    },
  };
}
