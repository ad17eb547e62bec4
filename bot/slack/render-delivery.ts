import type { Answer } from '../answer/answer.ts';
import { renderParts } from '../render/render-text.ts';
import type { OutgoingMessage } from './outgoing/slack-sender.ts';
import { renderBlocks } from './render-blocks.ts';
import type { SlackContext } from './slack-context.ts';

/** An answer as a Slack message. */
export function renderDelivery(answer: Answer, { assembly, say }: SlackContext): OutgoingMessage {
  const { pipeline, corpus } = assembly;
  const parts = renderParts(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources });
  return renderBlocks(parts, { tropLong: say('slack-trop-long') });
}
