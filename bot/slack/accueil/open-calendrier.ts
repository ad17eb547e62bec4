import { setTimeout as sleep } from 'node:timers/promises';
import { findDay } from '#bot/find-today.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { findParole, type Parole } from '../commandes/parler.ts';
import { toTrouble } from '../commandes/tell-asker.ts';
import type { ImageEnvoyee, ImageVoulue } from '../images/create-image-sender.ts';
import { isRefusedBlock, renderImageBlock } from '../images/show-image.ts';
import { toCommunauteImage } from '../images/to-communaute-image.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { SlackContext } from '../slack-context.ts';

/** A click on the calendar of a community. */
export type CalendrierAsked = { readonly profil: string; readonly user: string; readonly triggerId: string };

/**
 * Opens a window with the calendar of a community. A window shows a picture only once it stands in a conversation of
 * the person: it is sent to her own, which no channel sees.
 * @throws {BotError} ERR_SLACK_TROP_TARD when the click is too old, ERR_SLACK_FENETRE when the window is closed
 */
export async function openCalendrier(asked: CalendrierAsked, context: SlackContext): Promise<void> {
  const { user, triggerId, profil: id } = asked;
  const { store, team, sender, now } = context;
  const parole = await findParole(user, context);
  const { say, lang } = parole;
  const viewId = await sender.openView(renderWindow(tell(say('image-en-cours')), parole), triggerId);
  try {
    const saved = await store.readProfil(team, id);
    const marques = saved ? await store.listMarques(team, id) : {};
    const image = saved && toCommunauteImage({ profil: saved.profil, marques }, findDay(now()), lang);
    const channel = await sender.openIm(user);
    const comment = say('image-comment');
    const sent = image && (await context.images.send(image, { channel, comment }));
    if (sent) await showInWindow({ image, sent, channel }, viewId, parole, context);
    else await sender.updateView(renderWindow(tell(say('image-rien-a-montrer')), parole), viewId);
  } catch (error) {
    if (error instanceof BotError && error.code === 'ERR_SLACK_FENETRE') throw error;
    const blocks = toTrouble(error, parole, context).flatMap((message) => message.blocks);
    await sender.updateView(renderWindow(blocks, parole), viewId);
  }
}

/** Waits before the picture is tried in the window: Slack looks at a new file for a while, in milliseconds. */
const WAITS_MS = [0, 500, 1500, 3000];

type Shown = { readonly image: ImageVoulue; readonly sent: ImageEnvoyee; readonly channel: string };

async function showInWindow(
  { image, sent, channel }: Shown,
  viewId: string,
  parole: Parole,
  { sender, images }: SlackContext,
): Promise<void> {
  const view = renderWindow([renderImageBlock(sent)], parole);
  for (const ms of WAITS_MS) {
    await sleep(ms, undefined, { ref: false });
    try {
      return await sender.updateView(view, viewId);
    } catch (error) {
      if (!isRefusedBlock(error)) throw error;
    }
  }
  // Another click uploads it anew, in case the file was deleted.
  images.forget(image, { channel });
  await sender.updateView(renderWindow(tell(parole.say('image-dans-conversation')), parole), viewId);
}

function tell(sentence: LicensedText): readonly OutgoingObject[] {
  return renderSentence(sentence).blocks;
}

function renderWindow(blocks: readonly OutgoingObject[], { say }: Parole): OutgoingObject {
  return {
    type: 'modal',
    title: toPlainText(say('image-fenetre')),
    close: toPlainText(say('commandes-fermer')),
    blocks,
  };
}
