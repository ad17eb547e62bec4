import type { Parole } from '../commandes/parler.ts';
import { renderTold } from '../commandes/render-messages.ts';
import { type Chemins, tellAsker } from '../commandes/tell-asker.ts';
import type { SlackContext } from '../slack-context.ts';
import type { ImageVoulue } from './create-image-sender.ts';
import { showImage } from './show-image.ts';

/**
 * Gives pictures to the person who asks for them, in her own conversation with the bot, and tells her where they are.
 * @throws {BotError} ERR_IMAGE_… when one cannot be drawn, ERR_SLACK_… when Slack does not take it
 */
export async function giveImages(
  images: readonly ImageVoulue[],
  to: Chemins,
  { say }: Parole,
  context: SlackContext,
): Promise<void> {
  const channel = await context.sender.openIm(to.user);
  let shown = 0;
  for (const image of images) if (await showImage(image, { channel }, context)) shown += 1;
  if (shown === 0) return tellAsker(renderTold(say('image-rien-a-montrer')), to, context);
  // In her own conversation she sees them.
  if (to.channel !== undefined && to.channel !== channel) {
    await tellAsker(renderTold(say('image-envoyee')), to, context);
  }
}
