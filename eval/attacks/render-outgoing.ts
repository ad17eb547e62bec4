import type { Answer } from '#bot/answer/answer.ts';
import type { Assembly } from '#bot/assemble.ts';
import { seal } from '#bot/gate.ts';
import { renderAnswerJson } from '#bot/render/render-answer-json.ts';
import { renderAnswer, renderParts } from '#bot/render/render-text.ts';
import { sealPayload } from '#bot/slack/outgoing/seal-payload.ts';
import { renderBlocks } from '#bot/slack/render/render-blocks.ts';

/** Everything that leaves with an answer: text, contract JSON, payload of Slack. */
export function renderOutgoing(answer: Answer, { pipeline, corpus, parametres }: Assembly): readonly string[] {
  const { vocabulary } = pipeline;
  const rendering = { vocabulary, sources: corpus.sources };
  const message = renderBlocks(renderParts(answer, rendering));
  return [
    seal(renderAnswer(answer, rendering)),
    JSON.stringify(renderAnswerJson(answer, { vocabulary, corpus, parametres })),
    JSON.stringify(sealPayload(message)),
  ];
}
