import { BotError } from '#corpus/law/bot-error.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { Place } from '../outgoing/slack-sender.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import type { SlackContext } from '../slack-context.ts';
import { drawLetters } from '../to-letters.ts';
import type { ImageEnvoyee, ImageVoulue } from './create-image-sender.ts';

/**
 * Shows a picture in a conversation: uploaded the first time, then the same file again.
 * @returns whether there was something to draw
 * @throws {BotError} ERR_IMAGE_… when it cannot be drawn, ERR_SLACK_… when Slack does not take it
 */
export async function showImage(image: ImageVoulue, to: Place, context: SlackContext): Promise<boolean> {
  const { images, sender, sayIn, team } = context;
  const comment = sayIn(image.lang)('image-comment');
  const sent = await images.send(image, { ...to, comment });
  if (!sent || sent.isNew) return sent !== undefined;
  const id = toMessageId('image', team, to.channel, drawLetters(12));
  const { titre, description } = sent;
  const blocks = [{ type: 'section', text: toPlainText(comment) }, renderImageBlock(sent)];
  try {
    await sender.post({ text: toVisible([...titre, '. ', ...description]), blocks }, { ...to, id });
  } catch (error) {
    // The file was deleted since: it is uploaded anew.
    if (!isRefusedBlock(error)) throw error;
    images.forget(image, to);
    await images.send(image, { ...to, comment });
  }
  return true;
}

/** A picture that stands in a conversation, as a block. */
export function renderImageBlock({ fileId, titre, description }: ImageEnvoyee): OutgoingObject {
  const file = { slack_file: { id: fileId }, alt_text: toVisible(description) };
  return { type: 'image', ...file, title: toPlainText(titre) };
}

/** Whether Slack may have refused a block for its picture: deleted, or not looked at yet. */
export function isRefusedBlock(error: unknown): error is BotError {
  return error instanceof BotError && error.code === 'ERR_SLACK_REFUS';
}
