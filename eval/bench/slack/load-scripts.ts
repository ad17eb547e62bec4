import type { Answer } from '#bot/answer/answer.ts';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Fil } from '#bot/answer/question.ts';
import { type Assembly, assemble } from '#bot/assemble.ts';
import { findToday } from '#bot/find-today.ts';
import { renderParts } from '#bot/render/render-text.ts';
import { sealPayload } from '#bot/slack/outgoing/seal-payload.ts';
import { toQuestionText } from '#bot/slack/questions/to-question-text.ts';
import { renderBlocks } from '#bot/slack/render/render-blocks.ts';
import { listTexts } from '#bot/slack/testing/list-texts.ts';
import { loadEvalQuestions } from '#bot/testing/load-eval-questions.ts';

/** What a person writes, as Slack brings it, and what she must read in return. */
export type Turn = { readonly text: string; readonly expected: string };

/** A conversation of the eval: one turn, or more where a question goes on from another. */
export type Script = readonly Turn[];

/** Every conversation of `eval/questions/`, with the answers that the pipeline gives by itself today. */
export async function loadScripts(botUserId: string): Promise<readonly Script[]> {
  const assembly = assemble();
  const today = findToday();
  const scripts: Script[] = [];
  for (const { avant, texte } of loadEvalQuestions()) {
    let fil: Fil | undefined;
    const script: Turn[] = [];
    for (const words of [...avant, texte]) {
      const text = escapeText(words);
      const question = { text: toQuestionText(text, botUserId), today, fil };
      const answer = await answerQuestion(question, assembly.pipeline);
      fil = answer.fil;
      script.push({ text, expected: renderShown(answer, assembly) });
    }
    scripts.push(script);
  }
  return scripts;
}

/** Slack writes three signs as entities. */
function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function renderShown(answer: Answer, { pipeline, corpus }: Assembly): string {
  const { vocabulary } = pipeline;
  const parts = renderParts(answer, { vocabulary, sources: corpus.sources });
  return toShown(sealPayload(renderBlocks(parts)).blocks);
}

/** What a person reads of an answer, without its layout, its buttons, and the look-alikes of signs. */
export function toShown(blocks: unknown): string {
  const kept = Array.isArray(blocks) ? blocks.filter((block) => !isButtons(block)) : blocks;
  const text = listTexts(kept).join('\n').normalize('NFKC');
  return text
    .replaceAll(/[∗∼‵∶․˂˃∣∖‐]/gu, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/\n+/g, '\n')
    .trim();
}

/** What a streamed answer, which is Markdown, and a posted one write for the same sign. */
const SIGNS: Readonly<Record<string, string>> = {
  '∗': '*',
  '∼': '~',
  '‵': '`',
  '∶': ':',
  '․': '.',
  '˂': '<',
  '˃': '>',
  '∣': '|',
  '∖': '\\',
  '‐': '-',
};

function isButtons(block: unknown): boolean {
  return typeof block === 'object' && block !== null && 'type' in block && /actions$/.test(String(block.type));
}
