import type { Answer } from '#bot/answer/answer.ts';
import { renderParts } from '#bot/render/render-text.ts';
import type { StreamedAnswer } from '../agent/stream-answer.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import type { SlackContext } from '../slack-context.ts';
import { renderBlocks } from './render-blocks.ts';
import { splitParts } from './split-parts.ts';

/** An answer as Slack messages: one, or several when it is long. */
export type Delivery = readonly [OutgoingMessage, ...OutgoingMessage[]];

type Tools = Pick<SlackContext, 'assembly' | 'sayIn'>;

/** Renders an answer for Slack; the buttons stand under the last of its messages. */
export function renderDelivery(answer: Answer, tools: Tools, buttons: readonly OutgoingObject[] = []): Delivery {
  const pages = splitAnswer(answer, tools).map(renderBlocks);
  const last = pages.pop() ?? renderBlocks(renderAnswerParts(answer, tools));
  const ended = { ...last, blocks: [...last.blocks, ...buttons] };
  const [first, ...others] = pages;
  return first ? [first, ...others, ended] : [ended];
}

/** The same as it is said piece by piece: its claims, then the rest; undefined when it takes several messages. */
export function renderStreamed(
  answer: Answer,
  tools: Tools,
  buttons: readonly OutgoingObject[],
): StreamedAnswer | undefined {
  const [parts, ...others] = splitAnswer(answer, tools);
  const [first, ...claims] = parts?.enonces ?? [];
  if (!parts || !first || others.length > 0) return undefined;
  const [whole] = renderDelivery(answer, tools, buttons);
  const { blocks } = renderBlocks({ ...parts, enonces: [] });
  return { paragraphs: [first, ...claims], blocks: [...blocks, ...buttons], whole };
}

function splitAnswer(answer: Answer, tools: Tools) {
  return splitParts(renderAnswerParts(answer, tools), tools.sayIn(answer.lang)('livraison-suite'));
}

function renderAnswerParts(answer: Answer, { assembly: { pipeline, corpus } }: Tools) {
  return renderParts(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources });
}
