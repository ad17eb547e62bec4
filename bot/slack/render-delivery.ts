import type { Answer } from '../answer/answer.ts';
import { renderParts } from '../render/render-text.ts';
import type { OutgoingMessage } from './outgoing/slack-sender.ts';
import { renderBlocks } from './render-blocks.ts';
import type { SlackContext } from './slack-context.ts';
import { splitParts } from './split-parts.ts';

/** An answer as Slack messages: one, or several when it is long. */
export type Delivery = readonly [OutgoingMessage, ...OutgoingMessage[]];

/** Renders an answer for Slack. */
export function renderDelivery(
  answer: Answer,
  { assembly, sayIn }: Pick<SlackContext, 'assembly' | 'sayIn'>,
): Delivery {
  const { pipeline, corpus } = assembly;
  const parts = renderParts(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources });
  const [first = parts, ...others] = splitParts(parts, sayIn(answer.lang)('livraison-suite'));
  return [renderBlocks(first), ...others.map(renderBlocks)];
}
