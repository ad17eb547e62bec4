import { toIncident } from '#bot/tell-error.ts';
import type { Place } from '../outgoing/slack-sender.ts';
import type { SlackContext } from '../slack-context.ts';
import type { ImageVoulue } from './create-image-sender.ts';

/** Joins pictures to a message of ours, in its thread; one that fails is noted, since the words have been said. */
export async function joinImages(
  images: readonly ImageVoulue[],
  { channel, threadTs }: Place,
  { images: sender, journal }: Pick<SlackContext, 'images' | 'journal'>,
): Promise<void> {
  for (const image of images) {
    try {
      await sender.send(image, { channel, threadTs });
    } catch (error) {
      journal({ ...toIncident(error), channel });
    }
  }
}
