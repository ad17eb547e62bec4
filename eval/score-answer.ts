import type { Answer } from '#bot/answer/answer.ts';
import type { QuestionAttendue } from './questions.ts';

/** What is wrong in an answer, one sentence each; empty when it is fully right. */
export function scoreAnswer(expected: QuestionAttendue, answer: Answer, text: string): readonly string[] {
  const read = fold(text);
  const cited = new Set([
    ...answer.sources.flatMap(({ refs }) => refs),
    ...answer.enonces.flatMap(({ enonce }) => enonce.references.flatMap(({ refs }) => refs)),
  ]);
  return [
    ...(answer.kind === expected.kind ? [] : [`kind ${answer.kind}, expected ${expected.kind}`]),
    ...expected.dit
      .filter((line) => !line.split('|').some((alternative) => read.includes(fold(alternative.trim()))))
      .map((line) => `not said: ${line}`),
    ...expected.tait.filter((line) => read.includes(fold(line))).map((line) => `said: ${line}`),
    ...(expected.refs.length === 0 || expected.refs.some((ref) => cited.has(ref))
      ? []
      : [`no source among ${expected.refs}`]),
  ];
}

/** Typographic spaces and apostrophes are made plain, so that data can be typed. */
function fold(text: string): string {
  return text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/’/g, "'")
    .toLowerCase();
}
