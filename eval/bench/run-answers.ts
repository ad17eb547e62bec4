import { globSync } from 'node:fs';
import { join } from 'node:path';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { assemble } from '#bot/assemble.ts';
import { sealRendered } from '#bot/gate.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { Questionnaire } from '../questions.ts';
import { atMost, findQuantile, printFigure } from './figures.ts';

/** Answers measured after the first one. */
const ROUNDS = 2000;
const FOLDER = join(import.meta.dirname, '../questions');

const { pipeline, corpus } = assemble();
/** Of the parent that launched this process, on a clock that both share. */
const launched = Number(process.argv[2]);
printFigure(atMost(1500, 'ready', performance.timeOrigin + performance.now() - launched, 'ms'));
const rendering = { vocabulary: pipeline.vocabulary, sources: corpus.sources };
const questions = globSync('*.yaml', { cwd: FOLDER }).flatMap((file) => {
  const { jour, questions: list } = readYaml(join(FOLDER, file), Questionnaire);
  return list.map(({ texte }) => ({ text: texte, today: jour }));
});
const times: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const question = questions[round % questions.length];
  if (!question) break;
  const started = performance.now();
  sealRendered(renderAnswer(await answerQuestion(question, pipeline), rendering));
  times.push(performance.now() - started);
}
const [first = 0, ...later] = times;
printFigure(atMost(150, 'first-answer', first, 'ms'));
printFigure(atMost(10, 'answer-p50', findQuantile(later, 0.5), 'ms'));
printFigure(atMost(40, 'answer-p99', findQuantile(later, 0.99), 'ms'));
printFigure(atMost(200, 'resident-memory', process.memoryUsage().rss / 1e6, 'MB'));
