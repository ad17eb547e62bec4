import type { Pipeline } from '../answer/answer-question.ts';
import { EMPTY, UNLICENSED } from '../answer/compose-guided.ts';

/** Reasons that no rule of linking words has. */
const OWN: ReadonlyMap<string, string> = new Map([
  [EMPTY, 'vide'],
  [UNLICENSED, 'licence'],
]);

/** Drafts whose form was wrong: their sentence is the model's prompt. */
const FORM = 'forme';

/** The reasons of rejections as codes, for the meters: an answer holds the sentences that were told to the model. */
export function findMotifs(
  rejections: readonly string[],
  { openLiaisons }: Pick<Pipeline, 'openLiaisons'>,
): readonly string[] {
  if (rejections.length === 0) return [];
  const motifs = new Map(Object.entries(openLiaisons().motifs).map(([code, sentence]) => [sentence, code]));
  return rejections.map((sentence) => OWN.get(sentence) ?? motifs.get(sentence) ?? FORM);
}
