import type { Answer } from '#bot/answer/answer.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { explainFigures } from './explain-figures.ts';
import { renderWhy, renderWhySentence, type WhyPlace } from './render-why.ts';
import { reopenAnswer } from './reopen-answer.ts';

/** « Pourquoi ce chiffre ? »: opens the modal, in the language of the answer it explains. */
export async function openWhy(place: WhyPlace, click: WhyClick, context: SlackContext): Promise<void> {
  await context.sender.openView(await renderPage(place, click, context), click.triggerId);
}

/** Turns its page. */
export async function turnWhy(
  place: WhyPlace,
  click: { readonly user: string; readonly viewId: string },
  context: SlackContext,
): Promise<void> {
  await context.sender.updateView(await renderPage(place, click, context), click.viewId);
}

/** Who clicked, and what opens a window for her. */
export type WhyClick = { readonly user: string; readonly channel: string; readonly triggerId: string };

async function renderPage(
  place: WhyPlace,
  { user, channel }: { readonly user: string; readonly channel?: string },
  context: SlackContext,
): Promise<OutgoingObject> {
  const { sayIn, findLang } = context;
  const [reopened, lang] = await Promise.all([reopenAnswer(place.answerId, context, channel), findLang(user)]);
  if (reopened.kind === 'absent') return renderWhySentence(sayIn(lang)('agent-pourquoi-oubliee'), sayIn(lang));
  if (reopened.kind === 'changed') return renderWhySentence(sayIn(lang)('agent-pourquoi-changee'), sayIn(lang));
  return renderFound(reopened.answer, place, context);
}

function renderFound(answer: Answer, place: WhyPlace, { assembly, sayIn }: SlackContext): OutgoingObject {
  const { parametres, corpus, pipeline } = assembly;
  const say = sayIn(answer.lang);
  const explications = explainFigures(answer, { parametres, corpus, vocabulary: pipeline.vocabulary });
  if (explications.length === 0) return renderWhySentence(say('agent-pourquoi-aucun'), say);
  return renderWhy(explications, place, say);
}
