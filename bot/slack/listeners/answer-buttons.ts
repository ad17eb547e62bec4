import type { App } from '@slack/bolt';
import { z } from 'zod';
import { isChamp } from '../agent/champ-manquant.ts';
import { askCompleted, followUp, parsePlace, readPrecision } from '../agent/complete-question.ts';
import { COMMENT_FIELD, COMMENT_VIEW, FEEDBACK_ACTION, parseVerdict } from '../agent/feedback-value.ts';
import { parseFollowUp } from '../agent/follow-up-value.ts';
import { giveComment, giveFeedback } from '../agent/give-feedback.ts';
import { PRECISION_VIEW } from '../agent/render-follow-ups.ts';
import { parseWhyPlace, WHY_ACTION, WHY_BACK_ACTION, WHY_NEXT_ACTION } from '../agent/render-why.ts';
import { openWhy, turnWhy } from '../agent/show-why.ts';
import { renderLost } from '../modal/render-lost.ts';
import { openSaisie, Values } from '../modal/saisie.ts';
import { sealViewReply } from '../modal/seal-view-reply.ts';
import { tellWindowTrouble } from '../profil/tell-window-trouble.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Works } from '../works/works.ts';

/** What we read of a click under an answer. */
const Click = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }),
  actions: z.tuple([z.object({ value: z.string() })]),
});

/** What we read of a click in the window that explains. */
const Turn = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ id: z.string() }),
  actions: z.tuple([z.object({ value: z.string() })]),
});

/** What we read of a window that was sent. */
const Sent = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ private_metadata: z.string(), state: z.object({ values: Values }) }),
});

/** Buttons under an answer: why its figures, what was thought of it, what completes it. */
export function listenToAnswerButtons(app: App, context: SlackContext, works: Works): void {
  listenToWhy(app, context);
  listenToFeedback(app, context);
  app.action(/^choix-/, async ({ ack, body }) => {
    await ack();
    const click = readClick(body);
    const chosen = click && parseFollowUp(click.value);
    if (chosen) await orTell(followUp({ ...click, ...chosen }, works, context), click.user, context);
    else if (click) await tellLost(click, context);
  });
  app.view(PRECISION_VIEW, async ({ ack, body }) => {
    const sent = Sent.safeParse(body);
    const place = sent.success ? parsePlace(sent.data.view.private_metadata) : undefined;
    if (!sent.success) return ack();
    const user = sent.data.user.id;
    if (!place || !isChamp(place.champ))
      return ack(sealViewReply(renderLost(context.sayIn(await context.findLang(user))), context.sender));
    const { champ } = place;
    const text = openSaisie(sent.data.view.state.values).text(champ) ?? '';
    const read = await readPrecision({ champ, place, text, user }, context);
    if ('reply' in read) return ack(sealViewReply(read.reply, context.sender));
    await ack();
    await orTell(askCompleted({ champ, value: read.value }, { ...place, user }, works, context), user, context);
  });
}

function listenToWhy(app: App, context: SlackContext): void {
  app.action(WHY_ACTION, async ({ ack, body }) => {
    await ack();
    const click = readClick(body);
    const place = click && parseWhyPlace(click.value);
    if (place) await orTell(openWhy(place, click, context), click.user, context);
    else if (click) await tellLost(click, context);
  });
  for (const action of [WHY_NEXT_ACTION, WHY_BACK_ACTION]) {
    app.action(action, async ({ ack, body }) => {
      await ack();
      const turn = Turn.safeParse(body);
      if (!turn.success) return;
      const { user, view, actions } = turn.data;
      // A value that is not ours names no answer.
      const place = parseWhyPlace(actions[0].value) ?? { answerId: '', page: 0 };
      await orTell(turnWhy(place, { user: user.id, viewId: view.id }, context), user.id, context);
    });
  }
}

function listenToFeedback(app: App, context: SlackContext): void {
  app.action(FEEDBACK_ACTION, async ({ ack, body }) => {
    await ack();
    const click = readClick(body);
    const verdict = click && parseVerdict(click.value);
    if (verdict) await orTell(giveFeedback({ ...click, ...verdict }, context), click.user, context);
    else if (click) await tellLost(click, context);
  });
  app.view(COMMENT_VIEW, async ({ ack, body }) => {
    const sent = Sent.safeParse(body);
    if (!sent.success) return ack();
    const { user, view } = sent.data;
    const text = openSaisie(view.state.values).text(COMMENT_FIELD) ?? '';
    const comment = { answerId: view.private_metadata, user: user.id, text };
    const reply = await giveComment(comment, context).catch((error: unknown) =>
      tellWindowTrouble(error, user.id, context),
    );
    await ack(reply ? sealViewReply(reply, context.sender) : undefined);
  });
}

function readClick(body: unknown) {
  const click = Click.safeParse(body);
  if (!click.success) return undefined;
  const { user, trigger_id: triggerId, channel, message, actions } = click.data;
  const threadTs = message.thread_ts ?? message.ts;
  return { user: user.id, triggerId, channel: channel.id, threadTs, value: actions[0].value };
}

/** A value that is none of ours: one sentence, to her alone. */
async function tellLost({ user, channel, threadTs }: Place, context: SlackContext): Promise<void> {
  const told = context.sayIn(await context.findLang(user))('agent-bouton-perdu');
  const telling = context.sender.postEphemeral(renderSentence(told), { channel, user, threadTs });
  await orTell(telling, user, context);
}

type Place = { readonly user: string; readonly channel: string; readonly threadTs: string };

/** What fails is told to the person, in her own conversation with the bot. */
async function orTell(doing: Promise<void>, user: string, context: SlackContext): Promise<void> {
  try {
    await doing;
  } catch (error) {
    await tellWindowTrouble(error, user, context);
  }
}
